import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface SyntheticSize { lessons: number; items: number; /** of sound, all files together */ mediaBytes: number }

const lessonsPerUnit = 15;
const bytesPerFile = 5_000_000;
const words = 'licence board client session clinic prescriber therapist support training question answer reason consent role scope team plan record note visit law duty care method risk value practice colleague supervisor referral'.split(' ');

/**
 * Writes a course source of a given size, the same for the same size: units of 15 lessons of some 300 words with the
 * directives that real lessons have, checks and banks that ask them, an assessment a unit, a statement a lesson.
 */
export async function writeSyntheticCourse(folder: string, size: SyntheticSize): Promise<void> {
  const units = Math.ceil(size.lessons / lessonsPerUnit);
  const sounds = Math.ceil(size.mediaBytes / bytesPerFile);
  const checks = Math.min(size.lessons, Math.floor(size.items / 4));
  const inBanks = size.items - checks;
  const put = async (path: string, content: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  await put('course.yaml', courseYaml());
  await put('statements.yaml', lines(size.lessons, (n) => `- {id: s${n}, text: ${prose(n, 12)}, section: Part ${unitOf(n)}}`));
  await put('glossary.yaml', lines(units, (n) => `- {id: term-${n}, term: Term ${n}, definition: ${prose(n, 14)}}`));
  await put('media/boxes.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"><rect width="640" height="360"/></svg>\n');
  for (let n = 0; n < sounds; n += 1) await put(`media/sound-${n}.mp3`, noise(n, Math.min(bytesPerFile, size.mediaBytes - n * bytesPerFile)));

  for (let unit = 0; unit < units; unit += 1) {
    const at = `units/${String(unit + 1).padStart(3, '0')}-unit`;
    const own = range(unit * lessonsPerUnit, Math.min(size.lessons, (unit + 1) * lessonsPerUnit));
    await put(`${at}/unit.yaml`, `id: unit-${unit}\ntitle: Unit ${unit}\nsummary: ${prose(unit, 20)}\nobjectives:\n  - {id: o-${unit}, text: Tell what holds in part ${unit}., statements: [s${unit * lessonsPerUnit}]}\n`);
    for (const n of own) await put(`${at}/${String(n).padStart(4, '0')}-lesson.md`, lesson(n, unit, n < checks, n < sounds));
    await put(`${at}/checks.yaml`, own.filter((n) => n < checks).map((n) => item(`check-${n}`, n, '')).join(''));
    const items = range(Math.floor((inBanks * unit) / units), Math.floor((inBanks * (unit + 1)) / units));
    await put(`${at}/bank.yaml`, `id: bank-${unit}\ntitle: Bank ${unit}\nitems:\n${items.map((n) => item(`item-${n}`, own[n % own.length] ?? 0, '  ')).join('')}`);
    await put(`${at}/assessment.yaml`, `id: quiz-${unit}\ntitle: Quiz ${unit}\npurpose: quiz\npassMark: 0.8\nsections:\n  - id: main\n    title: Part ${unit}\n    draw: [{bank: bank-${unit}, count: ${Math.min(10, items.length)}}]\n`);
  }
}

function courseYaml(): string {
  return 'id: synthetic\ntitle: A synthetic course\nlanguage: en\ndescription: A course of a given size.\nauthors: [Nobody]\nlicence: CC0-1.0\nversion: "1"\ncredits: None.\ncompletion: {lessons: all, checks: true, assessments: [quiz-0]}\nsuccess: {assessments: [quiz-0]}\n';
}

function lesson(n: number, unit: number, check: boolean, sound: boolean): string {
  const front = `---\nid: lesson-${n}\ntitle: Lesson ${n}\nstatements: [s${n}]\n---\n`;
  const blocks = [
    `${prose(n, 40)} This rests on :term[a term]{#term-${unit}} and on *two* things that **matter**.`,
    '## What holds here', prose(n + 1, 60),
    `:::vignette{title="A call on day ${n}"}\n${prose(n + 2, 50)}\n\n"${prose(n + 3, 12)}"\n:::`,
    `- ${prose(n, 8)}\n- ${prose(n + 4, 9)}\n- ${prose(n + 5, 7)} [See](https://example.org/${n})`,
    `![Two boxes for lesson ${n}](media/boxes.svg)`,
    `| who | what |\n| --- | --- |\n| ${prose(n, 2)} | ${prose(n + 1, 4)} |\n| ${prose(n + 6, 2)} | ${prose(n + 7, 4)} |`,
    ...(check ? [`::check{item="check-${n}"}`] : []),
    ...(sound ? [`:::audio{src="media/sound-${n}.mp3"}\n${prose(n + 8, 20)}\n:::`] : []),
    `### Before you go on\n\n${prose(n + 9, 45)}`,
    `:::reflection{#think-${n}}\n${prose(n + 10, 15)}\n:::`,
    `:::key-point\n${prose(n + 11, 25)}\n:::`,
  ];
  return `${front}${blocks.join('\n\n')}\n`;
}

function item(id: string, lessonNumber: number, indent: string): string {
  const n = id.length * 31 + lessonNumber;
  const level = ['recall', 'application', 'judgement'][n % 3] ?? 'recall';
  const option = (index: number): string => `      - {text: ${prose(n + index, 9)}, ${index === 1 ? 'correct: true, ' : ''}feedback: ${prose(n + index + 5, 16)}}`;
  const body = [`- id: ${id}`, '  kind: single-choice', `  stem: ${prose(n, 35)} *Which* holds?`, `  statements: [s${lessonNumber}]`, `  level: ${level}`, '  difficulty: medium', '  options:'];
  return `${[...body.map((line) => indent + line), ...[0, 1, 2].map((index) => (indent === '' ? option(index).slice(2) : option(index)))].join('\n')}\n`;
}

function prose(seed: number, count: number): string {
  const picked = Array.from({ length: count }, (_, index) => words[(seed * 7 + index * (3 + (seed % 5))) % words.length] ?? 'word');
  const sentence = picked.join(' ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function noise(seed: number, bytes: number): Uint8Array {
  const made = new Uint32Array(Math.ceil(bytes / 4));
  let state = (seed + 1) * 2_654_435_761;
  for (let index = 0; index < made.length; index += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    made[index] = state >>> 0;
  }
  return new Uint8Array(made.buffer, 0, bytes);
}

function unitOf(n: number): number {
  return Math.floor(n / lessonsPerUnit);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

function lines(count: number, line: (n: number) => string): string {
  return range(0, count).map((n) => `${line(n)}\n`).join('');
}
