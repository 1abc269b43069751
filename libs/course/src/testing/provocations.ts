import { lstat, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { readText } from '../files/read.js';
import { readTree } from '../files/tree.js';
import { sample, type Files } from './sample-course.js';
import { DiagnosticList, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { DiagnosticName } from '../diagnostics/registry.js';

/** How to provoke a diagnostic: files of the sample course that are changed, or what is done to its folder; and where it must point. */
export interface Provocation {
  files?: Files;
  prepare?: (folder: string) => Promise<unknown>;
  /** for what compiling a folder cannot bring about */
  run?: (folder: string) => Promise<Diagnostic[]>;
  /** file:line:column */
  at: string;
}

const course = 'course.yaml';
const unit = 'units/01-heat/unit.yaml';
const lesson = 'units/01-heat/02-melting.md';
const bank = 'units/01-heat/bank.yaml';
const checks = 'units/01-heat/checks.yaml';
const quiz = 'units/01-heat/assessment.yaml';

const es = (path: string): string => `translations/es/${path}`;

function changed(path: string, from: string, to: string): Files {
  const text = sample[path] ?? '';
  if (!text.includes(from)) throw new Error(`the sample's ${path} does not hold ${from}`);
  return { [path]: text.replace(from, to) };
}
/** Text put at line 7 of a lesson that is otherwise without fault. */
const says = (text: string): Files => changed(lesson, 'Ice melts.', `Ice melts.\n${text}`);
/** Another item at line 15 of the bank. */
const item = (lines: string): Files => ({ [bank]: `${sample[bank]}  - id: i2\n    stem: Which?\n    statements: [s2]\n    level: recall\n    difficulty: easy\n${lines.replace(/^/gm, '    ')}\n` });

async function files(folder: string, limits: { files: number; depth: number }): Promise<Diagnostic[]> {
  const list = new DiagnosticList();
  await readTree(folder, list, limits);
  return list.items;
}

export const provocations = {
  'no-course-folder': { run: async (folder) => files(join(folder, 'nowhere'), { files: 9, depth: 9 }), at: ':1:1' },
  'missing-file': { files: { [course]: null }, at: 'course.yaml:1:1' },
  'unexpected-file': { files: { 'units/01-heat/assesment.yaml': 'id: x' }, at: 'units/01-heat/assesment.yaml:1:1' },
  'file-too-large': { files: { [lesson]: `${sample[lesson]}${'x '.repeat(70_000)}` }, at: `${lesson}:1:1` },
  'not-utf8': { files: { [lesson]: Buffer.from(`${sample[lesson]}caf\xe9\n`, 'latin1') }, at: `${lesson}:11:1` },
  'nul-character': { files: changed(course, 'Ada', 'A\0a'), at: `${course}:5:12` },
  'not-a-file': { files: { [course]: null }, prepare: (folder) => mkdir(join(folder, course)), at: `${course}:1:1` },
  'not-a-folder': { files: { banks: 'I am a file.' }, at: 'banks:1:1' },
  'link-loop': { prepare: (folder) => symlink('loop.yaml', join(folder, 'units/01-heat/loop.yaml')), at: 'units/01-heat/loop.yaml:1:1' },
  'link-outside': { prepare: (folder) => symlink('/etc/hostname', join(folder, 'units/01-heat/03-host.md')), at: 'units/01-heat/03-host.md:1:1' },
  'link-to-folder': { prepare: (folder) => symlink('01-heat', join(folder, 'units/02-again')), at: 'units/02-again:1:1' },
  'broken-link-file': { prepare: (folder) => symlink('gone.svg', join(folder, 'media/a.svg')), at: 'media/a.svg:1:1' },
  'too-many-files': { run: (folder) => files(folder, { files: 5, depth: 9 }), at: ':1:1' },
  'folders-too-deep': { prepare: (folder) => mkdir(join(folder, `media/${'a/'.repeat(13)}`), { recursive: true }), at: `media/${'a/'.repeat(11)}a:1:1` },
  'unreadable-file': {
    run: async (folder) => {
      const list = new DiagnosticList();
      const { size } = await lstat(join(folder, course));
      await readText({ path: course, absolute: join(folder, 'vanished.yaml'), bytes: size, stamp: '', changed: 0 }, 1_000_000, list);
      return list.items;
    },
    at: `${course}:1:1`,
  },
  'too-many-problems': { files: { 'statements.yaml': `${sample['statements.yaml']}${'- {}\n'.repeat(200)}` }, at: 'statements.yaml:36:3' },
  'no-units': { files: Object.fromEntries(Object.keys(sample).filter((path) => path.startsWith('units/')).map((path) => [path, null])), at: 'units:1:1' },
  'empty-unit': { files: { 'units/02-later/unit.yaml': 'id: later\ntitle: Later\nsummary: Nothing yet.\n' }, at: 'units/02-later:1:1' },

  'yaml-syntax': { files: changed(course, 'A sample course', 'A: sample course'), at: `${course}:2:8` },
  'yaml-duplicate-key': { files: changed(course, 'language: en', 'language: en\ntitle: Again'), at: `${course}:4:1` },
  'yaml-too-deep': { files: changed(course, '[Ada]', `${'['.repeat(500)}${']'.repeat(500)}`), at: `${course}:5:75` },
  'yaml-aliases': { files: { 'glossary.yaml': Array.from({ length: 12 }, (_, index) => `- &a${index} [${index === 0 ? 'x' : Array(10).fill(`*a${index - 1}`).join(', ')}]`).join('\n') }, at: 'glossary.yaml:7:8' },
  'yaml-key': { files: changed(course, 'language: en', 'language: en\n__proto__: {x: 1}'), at: `${course}:4:1` },
  'yaml-tag': { files: changed(course, 'A sample course', '!include title.txt'), at: `${course}:2:8` },
  'yaml-several-documents': { files: { [unit]: `${sample[unit]}---\nid: b\n` }, at: `${unit}:6:1` },
  'unknown-key': { files: changed(course, 'licence:', 'licens:'), at: `${course}:6:1` },
  'missing-key': { files: changed(course, 'title: A sample course\n', ''), at: `${course}:1:1` },
  'wrong-type': { files: changed(course, '"1.0.0"', '1.0'), at: `${course}:7:10` },
  'unknown-value': { files: changed(bank, 'application', 'aplication'), at: `${bank}:8:12` },
  'malformed-value': { files: changed(unit, 'id: heat', 'id: Heat And Cold'), at: `${unit}:1:5` },
  'out-of-range': { files: changed(quiz, '0.5', '80'), at: `${quiz}:4:11` },
  'broken-text': { files: changed(course, 'A sample course', '"A \\ud800 course"'), at: `${course}:2:8` },
  'front-matter-missing': { files: { 'units/01-heat/03-bare.md': 'Text only.\n' }, at: 'units/01-heat/03-bare.md:1:1' },
  'front-matter-unclosed': { files: { 'units/01-heat/03-open.md': '---\nid: open\ntitle: Open\nstatements: [s1]\n' }, at: 'units/01-heat/03-open.md:1:1' },
  'bad-language': { files: changed(course, 'language: en', 'language: english please'), at: `${course}:3:11` },

  'markdown-too-deep': { files: says(`\n${'> '.repeat(200)}deep`), at: `${lesson}:8:1` },
  'paragraph-too-long': { files: says(`\n${'word '.repeat(8_000)}`), at: `${lesson}:8:1` },
  'first-level-heading': { files: says('\n# Melting'), at: `${lesson}:8:1` },
  'heading-skips': { files: says('\n## One\n\n#### Two'), at: `${lesson}:10:1` },
  'unknown-directive': { files: says('\n:::vignete\nA case.\n:::'), at: `${lesson}:8:1` },
  'unknown-attribute': { files: says('\n:::vignette{titel="A"}\nA case.\n:::'), at: `${lesson}:8:1` },
  'missing-attribute': { files: says('\n::check'), at: `${lesson}:8:1` },
  'directive-form': { files: says('\n:::check{item="c1"}\n:::'), at: `${lesson}:8:1` },
  'directive-misplaced': { files: says('\n:::panel{title="More"}\nText.\n:::'), at: `${lesson}:8:1` },
  'empty-directive': { files: says('\n:::reflection{#r2}\n:::'), at: `${lesson}:8:1` },
  'html-element-removed': { files: says('\n<b>bold</b> <script>alert(1)</script>'), at: `${lesson}:8:13` },
  'html-attribute-removed': { files: says('\n<p style="color: red">Text</p>'), at: `${lesson}:8:1` },
  'html-event-handler': { files: says('\n<p onclick="alert(1)">Text</p>'), at: `${lesson}:8:1` },
  'unsafe-url': { files: says('\nDo [click](javascript:alert(1)) here.'), at: `${lesson}:8:4` },
  'external-resource': { files: says('\n![A map](https://example.org/map.png)'), at: `${lesson}:8:1` },
  'bad-formula': { files: says('\nIt is $\\frac{a$ of it.'), at: `${lesson}:8:7` },
  'dead-link': { files: says('\n[More](../02-more.md)'), at: `${lesson}:8:1` },
  'empty-lesson': { files: { 'units/01-heat/03-empty.md': '---\nid: empty\ntitle: Empty\nstatements: [s1]\n---\n' }, at: 'units/01-heat/03-empty.md:1:1' },

  'image-without-alt': { files: says('\n![](media/boxes.svg)'), at: `${lesson}:8:1` },
  'video-without-captions': { files: { ...says('\n:::video{src="media/talk.mp4"}\nHello.\n:::'), 'media/talk.mp4': 'x' }, at: `${lesson}:8:1` },
  'audio-without-transcript': { files: { ...says('\n:::audio{src="media/talk.mp3"}\n:::'), 'media/talk.mp3': 'x' }, at: `${lesson}:8:1` },
  'media-missing': { files: says('\n![Two boxes](media/boxs.svg)'), at: `${lesson}:8:1` },
  'media-outside': { files: says('\n![Secret](media/../../secret.png)'), at: `${lesson}:8:1` },
  'media-unused': { files: { 'media/old.svg': sample['media/boxes.svg'] ?? '' }, at: 'media/old.svg:1:1' },
  'picture-size-unknown': { files: { ...says('\n![Noise](media/noise.png)'), 'media/noise.png': 'no picture' }, at: `${lesson}:8:1` },
  'media-type': { files: { ...says('\n:::figure{src="media/talk.mp3" alt="A talk"}\nTalk.\n:::'), 'media/talk.mp3': 'x' }, at: `${lesson}:8:1` },
  'media-name': { files: { ...says('\n![Two boxes](media/my%20boxes.svg)'), 'media/my boxes.svg': sample['media/boxes.svg'] ?? '' }, at: 'media/my boxes.svg:1:1' },
  'svg-active': { files: { 'media/boxes.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"\n onload="alert(1)"></svg>' }, at: 'media/boxes.svg:2:2' },

  'one-correct': { files: changed(bank, 'correct: true, ', ''), at: `${bank}:11:7` },
  'none-correct': { files: item('kind: multiple-response\noptions:\n  - {text: A, feedback: No.}\n  - {text: B, feedback: No.}'), at: `${bank}:20:7` },
  'too-few-choices': { files: item('kind: ordering\nelements: [{text: One}]'), at: `${bank}:19:15` },
  'duplicate-choice-id': { files: item('kind: ordering\nelements: [{id: a, text: One}, {id: a, text: Two}]'), at: `${bank}:19:41` },
  'unknown-choice': { files: item('kind: matching\ntargets: [{id: x, text: X}, {id: y, text: Y}]\npremises: [{id: p, text: P, target: z, feedback: No.}]'), at: `${bank}:20:41` },
  'missing-feedback': { files: changed(bank, ', feedback: Water boils.', ''), at: `${bank}:12:9` },
  'bad-pattern': { files: item('kind: fill-in\naccept: [{pattern: "(a+)+$"}]'), at: `${bank}:19:14` },
  'gap-mismatch': { files: item('kind: cloze\ntext: Ice {{verb}}.\ngaps: [{id: noun, options: [{text: a, correct: true, feedback: Yes.}, {text: b, feedback: No.}]}]'), at: `${bank}:19:11` },
  'bad-region': { files: item('kind: hotspot\nimage: media/boxes.svg\nalt: Two boxes\nregions:\n  - {label: Left, shape: circle, coords: [10, 10], correct: true, feedback: Yes.}'), at: `${bank}:22:46` },
  'bounds-crossed': { files: item('kind: long-text\nminWords: 200\nmaxWords: 100\nrubric: [{title: T, levels: [{points: 0, description: No}, {points: 1, description: Yes}]}]'), at: `${bank}:19:15` },
  'unit-not-offered': { files: item('kind: numeric\nvalue: 1\nunits: [mg]\nunit: g'), at: `${bank}:21:11` },
  'same-choice-twice': { files: changed(bank, 'It boils.', 'It melts.'), at: `${bank}:12:16` },
  'item-kind': { files: changed(bank, 'single-choice', 'singel-choice'), at: `${bank}:5:11` },
  'panel-empty': { files: item('kind: script-concordance\nscale: [{id: less, text: Less}, {id: more, text: More}]\nquestions: [{hypothesis: H, finding: F, panel: {more: 0}, feedback: F.}]'), at: `${bank}:20:52` },
  'panel-small': { files: item('kind: script-concordance\nscale: [{id: less, text: Less}, {id: more, text: More}]\nquestions: [{hypothesis: H, finding: F, panel: {more: 3}, feedback: F.}]'), at: `${bank}:20:52` },
  'unknown-step': { files: item('kind: branching-case\nsteps:\n  - {id: one, text: T, options: [{text: A, next: two, credit: 1, feedback: F.}, {text: B, feedback: F.}]}'), at: `${bank}:20:54` },
  'case-circle': { files: item('kind: branching-case\nsteps:\n  - {id: one, text: T, options: [{text: A, next: one, credit: 1, feedback: F.}, {text: B, feedback: F.}]}'), at: `${bank}:20:54` },
  'step-unreachable': { files: item('kind: branching-case\nsteps:\n  - {id: one, text: T, options: [{text: A, credit: 1, feedback: F.}, {text: B, feedback: F.}]}\n  - {id: two, text: T, options: [{text: A, feedback: F.}, {text: B, feedback: F.}]}'), at: `${bank}:21:14` },
  'slider-off-step': { files: item('kind: slider\nmin: 0\nmax: 10\nstep: 4\nvalue: 6\ntolerance: 1'), at: `${bank}:22:12` },
  'blueprint-unsatisfiable': { files: changed(quiz, 'count: 1', 'count: 40'), at: `${quiz}:8:12` },
  'empty-assessment': { files: { [quiz]: 'id: quiz\ntitle: Quiz\npurpose: quiz\npassMark: 0.5\nsections: [{id: main, title: Heat}]\n' }, at: `${quiz}:5:17` },
  'success-without-pass-mark': { files: changed(quiz, 'passMark: 0.5\n', ''), at: `${quiz}:1:5` },
  'forms-unsound': { files: changed(quiz, 'draw: [{bank: bank, count: 1}]', 'draw: [{bank: bank, count: 1}]\nforms: [{id: a, sections: [{id: main, items: [i1]}]}]'), at: `${quiz}:6:9` },
  'recording-not-accepted': { files: item('kind: upload\naccept: [application/pdf]\nrecord: audio\nrubric: [{title: T, levels: [{points: 0, description: No}, {points: 1, description: Yes}]}]'), at: `${bank}:20:13` },

  'duplicate-id': { files: changed(lesson, 'id: melting', 'id: boiling'), at: `${lesson}:2:5` },
  'unknown-statement': { files: changed(lesson, '[s2]', '[s2, s99]'), at: `${lesson}:4:18` },
  'unknown-lesson': { files: changed(bank, 'difficulty: easy', 'difficulty: easy\n    lessons: [melted]'), at: `${bank}:10:15` },
  'unknown-item': { files: says('\n::check{item="c9"}'), at: `${lesson}:8:1` },
  'unknown-bank': { files: changed(quiz, 'bank: bank', 'bank: bonk'), at: `${quiz}:8:19` },
  'unknown-unit': { files: changed(quiz, 'count: 1', 'count: 1, unit: cold'), at: `${quiz}:8:41` },
  'unknown-assessment': { files: changed(course, 'success:\n  assessments: [quiz]', 'success:\n  assessments: [quizz]'), at: `${course}:14:17` },
  'unknown-term': { files: says('Or :term[vapour]{#vapour}.'), at: `${lesson}:7:4` },
  'statement-not-taught': { files: { 'statements.yaml': `${sample['statements.yaml']}- {id: s3, text: More., section: Heat}\n` }, at: 'statements.yaml:3:8' },
  'statement-not-asked': { files: { 'statements.yaml': `${sample['statements.yaml']}- {id: s3, text: More., section: Heat}\n`, ...changed(lesson, '[s2]', '[s2, s3]') }, at: 'statements.yaml:3:8' },
  'asked-before-taught': { files: changed(checks, '[s1]', '[s1, s2]'), at: `${checks}:4:3` },
  'check-not-set': { files: changed('units/01-heat/01-boiling.md', '::check{item="c1"}\n', ''), at: `${checks}:1:7` },
  'check-set-twice': { files: says('\n::check{item="c1"}'), at: `${lesson}:8:1` },
  'lesson-without-statements': { files: changed(lesson, '[s2]', '[]'), at: `${lesson}:4:13` },
  'item-without-statements': { files: changed(checks, '[s1]', '[]'), at: `${checks}:4:15` },
  'bank-not-used': { files: { 'banks/spare.yaml': 'id: spare\ntitle: Spare\nitems: []\n' }, at: 'banks/spare.yaml:1:5' },
  'term-not-used': { files: { 'glossary.yaml': `${sample['glossary.yaml']}- {id: dew, term: Dew, definition: Water on grass.}\n` }, at: 'glossary.yaml:2:8' },
  'reserved-id': { files: changed(lesson, 'id: melting', 'id: glossary'), at: `${lesson}:2:5` },

  'translation-language': { files: { 'translations/spanish_spain/course.yaml': 'title: Un curso\n' }, at: 'translations/spanish_spain:1:1' },
  'translation-missing': { files: { [es(quiz)]: 'id: quiz\nsections: [{id: main, title: Calor}]\n' }, at: `${es(quiz)}:1:1` },
  'translation-extra': { files: { [es(quiz)]: 'id: quiz\ntitle: Prueba\nsections: [{id: mian, title: Calor}]\n' }, at: `${es(quiz)}:3:17` },
  'translation-differs': { files: { [es(quiz)]: 'id: quiz\ntitle: Prueba\npassMark: 0.4\n' }, at: `${es(quiz)}:3:11` },
  'translation-shape': { files: { [es(bank)]: 'title: Calor\nitems:\n  - id: i1\n    stem: ¿Qué hace?\n    options: [{text: Se derrite, feedback: Eso.}]\n' }, at: `${es(bank)}:5:14` },
  'translation-lesson': { files: { [es(lesson)]: '---\nid: melting\ntitle: Fundir\n---\nEl hielo se funde.\n' }, at: `${es(lesson)}:2:5` },
} satisfies Record<DiagnosticName, Provocation>;
