import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CompiledCourse } from '../compiled.js';
import { compiledCourseSchema } from '../compiled-schema.js';
import { compileCourse, CourseCompiler } from '../compiler/compiler.js';
import { DiagnosticList } from '../diagnostics/diagnostic.js';
import { SourceText } from '../files/source-text.js';
import { sample, withCourse, writeFiles, type Files } from '../testing/sample-course.js';
import { parseYaml } from '../yaml/parse.js';
import { mergeTranslation } from './merge.js';

const fixture = join(import.meta.dirname, '../../../../test/fixtures/course-languages');
const bank = 'translations/es/units/01-heat/bank.yaml';
const melting = 'translations/es/units/01-heat/02-melting.md';

/** The sample course, whole in Spanish. */
const spanish: Files = {
  'translations/es/course.yaml': 'id: sample\nlanguage: es\ntitle: Un curso de muestra\ndescription: Un curso.\ncredits: Nadie.\n',
  'translations/es/statements.yaml': '- {id: s2, text: El hielo se funde., section: Calor}\n- {id: s1, text: El agua hierve., section: Calor}\n',
  'translations/es/glossary.yaml': '- {id: steam, term: Vapor, definition: Agua como gas.}\n',
  'translations/es/units/01-heat/unit.yaml': 'title: Calor\nsummary: Lo que hace el calor.\nobjectives: [{id: o1, text: Decir cuándo hierve el agua.}]\n',
  'translations/es/units/01-heat/01-boiling.md': '---\nid: boiling\ntitle: Hervir\n---\nPor el :term[vapor]{#steam}.\n\n## Qué pasa\n\n![Dos cajas](media/boxes.svg)\n\n::check{item="c1"}\n',
  [melting]: '---\nid: melting\ntitle: Fundir\n---\nEl hielo se funde.\n\n:::reflection{#r1}\n¿Cuándo viste hielo?\n:::\n',
  'translations/es/units/01-heat/checks.yaml': '- {id: c1, stem: El agua hierve., feedback: {whenTrue: Eso es., whenFalse: Sí hierve.}}\n',
  [bank]: 'title: Calor\nitems:\n  - id: i1\n    stem: ¿Qué hace el hielo?\n    options:\n      - {text: Se funde., feedback: Eso es.}\n      - {text: Hierve., feedback: Hierve el agua.}\n',
  'translations/es/units/01-heat/assessment.yaml': 'id: quiz\ntitle: Prueba\nsections: [{id: main, title: Calor}]\n',
};
async function told(changes: Files): Promise<string[]> {
  const { diagnostics } = await withCourse({ ...spanish, ...changes }, compileCourse);
  return diagnostics.map((each) => `${each.code} ${each.file.replace('translations/es/', '')}:${each.line}`);
}
const changed = (path: string, from: string, to: string): Files => ({ [path]: String(spanish[path]).replace(from, to) });

/** What must be the same in every language: ids, keys, scores, draws and rules. */
function bones({ id, rules, units, banks, glossary, statements }: CompiledCourse): unknown {
  return {
    id, rules, glossary: glossary.map((term) => term.id), statements: statements.map((each) => each.id),
    units: units.map((unit) => ({
      id: unit.id, objectives: unit.objectives.map((each) => [each.id, each.statements]),
      lessons: unit.lessons.map((lesson) => [lesson.id, lesson.statements, lesson.checks.map((check) => check.id), lesson.reflections.map((each) => each.id)]),
      assessment: unit.assessment === null ? null : { ...unit.assessment, title: '', introHtml: '', sections: unit.assessment.sections.map((section) => ({ ...section, title: '' })) },
    })),
    banks: banks.map(({ items, ...rest }) => ({ ...rest, title: '', items: items.map((item) => [item.id, item.kind, item.maxScore, item.statements, item.kind === 'fill-in' ? '' : item.key]) })),
  };
}

describe('a course in three languages', () => {
  test('compiles to the same course in each, without a diagnostic: only texts and pictures differ', async () => {
    const { course, diagnostics, translations } = await compileCourse(fixture);
    expect(diagnostics).toEqual([]);
    expect(translations).toEqual([{ language: 'ar', translated: 27, entries: 27 }, { language: 'es', translated: 27, entries: 27 }]);
    expect(compiledCourseSchema.safeParse(course).error).toBeUndefined();
    if (course === null) throw new Error('the fixture does not compile');
    expect(course.translations?.map(({ language, direction, title }) => [language, direction, title])).toEqual([['ar', 'rtl', 'الخبز في البيت'], ['es', 'ltr', 'Pan en casa']]);
    for (const translation of course.translations ?? []) {
      expect(bones(translation)).toEqual(bones(course));
      expect(translation.media.map(({ path }) => path)).toEqual([`translations/${translation.language}/media/bowl.svg`]);
      expect(JSON.stringify(translation)).not.toMatch(/"media\/|dough is flour|\bYes\./i);
    }
  });

  test('is the same course as without its translations, but for them', async () => {
    const plain = await withCourse({}, compileCourse);
    const both = await withCourse(spanish, compileCourse);
    expect(both.diagnostics).toEqual([]);
    expect({ ...both.course, translations: undefined }).toEqual({ ...plain.course, translations: undefined });
    expect(plain.course).not.toHaveProperty('translations');
    expect(both.hash).not.toBe(plain.hash);
  });

  test('shows the picture of the original where the translation has none of its own', async () => {
    const { course } = await withCourse(spanish, compileCourse);
    expect(course?.translations?.[0]?.media.map(({ path }) => path)).toEqual(['media/boxes.svg']);
  });
});

describe('what is not translated', () => {
  test('is read in the language of the course, and told file by file', async () => {
    const { course, diagnostics, translations } = await withCourse({ ...spanish, [melting]: null }, compileCourse);
    expect(diagnostics.map(({ code, severity, file, message }) => [code, severity, file, message])).toEqual([['PRE0702', 'warning', melting, 'The lesson of units/01-heat/02-melting.md is not translated: there is no such file.']]);
    expect(course?.translations?.[0]?.units[0]?.lessons.map(({ title }) => title)).toEqual(['Hervir', 'Melting']);
    expect(course?.translations?.[0]?.units[0]?.lessons[1]?.html).toMatch(/^<div class="prose" lang="en" dir="ltr"><p>Ice melts/);
    expect(course?.translations?.[0]?.units[0]?.lessons[0]?.html).not.toContain('lang="en"');
    expect(translations).toEqual([{ language: 'es', translated: 9, entries: 10 }]);
  });

  test.each<[string, Files, string[]]>([
    ['a term', { 'translations/es/glossary.yaml': '[]' }, ['PRE0702 glossary.yaml:1']],
    ['an item', { [bank]: 'title: Calor\nitems: []\n' }, ['PRE0702 units/01-heat/bank.yaml:2']],
    ['the stem of an item', changed(bank, '    stem: ¿Qué hace el hielo?\n', ''), ['PRE0702 units/01-heat/bank.yaml:3']],
    ['what a choice says', changed(bank, ', feedback: Eso es.', ''), ['PRE0702 units/01-heat/bank.yaml:3']],
    ['an empty file', { 'translations/es/units/01-heat/checks.yaml': '' }, ['PRE0702 units/01-heat/checks.yaml:1']],
  ])('%s', async (_what, files, expected) => expect(await told(files)).toEqual(expected));
});

describe('what a translation may not do', () => {
  test.each<[string, Files, string[]]>([
    ['change which choice is right', changed(bank, 'text: Hierve.,', 'text: Hierve., correct: true,'), ['PRE0703 units/01-heat/bank.yaml:7']],
    ['say that the right choice is wrong', changed(bank, 'text: Se funde.,', 'text: Se funde., correct: false,'), ['PRE0704 units/01-heat/bank.yaml:6']],
    ['have another number of choices', changed(bank, '      - {text: Hierve., feedback: Hierve el agua.}\n', ''), ['PRE0702 units/01-heat/bank.yaml:3', 'PRE0705 units/01-heat/bank.yaml:6']],
    ['change the pass mark', { 'translations/es/units/01-heat/assessment.yaml': `${spanish['translations/es/units/01-heat/assessment.yaml']}passMark: 0.9\n` }, ['PRE0704 units/01-heat/assessment.yaml:4']],
    ['have an item of its own', { [bank]: `${spanish[bank]}  - {id: i2, stem: Otra}\n` }, ['PRE0703 units/01-heat/bank.yaml:8']],
    ['translate an item twice', { [bank]: `${spanish[bank]}  - {id: i1, stem: Otra}\n` }, ['PRE0705 units/01-heat/bank.yaml:8']],
    ['leave out which item it translates', changed(bank, '- id: i1\n    stem', '- stem'), ['PRE0702 units/01-heat/bank.yaml:3', 'PRE0705 units/01-heat/bank.yaml:3']],
    ['have a file of its own', { 'translations/es/units/01-heat/03-freezing.md': '---\ntitle: Helar\n---\nFrío.\n' }, ['PRE0703 units/01-heat/03-freezing.md:1']],
    ['have another check in its text', changed('translations/es/units/01-heat/01-boiling.md', 'item="c1"', 'item="i1"'), ['PRE0706 units/01-heat/01-boiling.md:2', 'PRE0706 units/01-heat/01-boiling.md:2']],
    ['leave out a picture', changed('translations/es/units/01-heat/01-boiling.md', '![Dos cajas](media/boxes.svg)', 'Dos cajas.'), ['PRE0706 units/01-heat/01-boiling.md:2']],
    ['leave out a reflection', changed(melting, ':::reflection{#r1}\n¿Cuándo viste hielo?\n:::', ''), ['PRE0706 units/01-heat/02-melting.md:2']],
    ['mark a term that there is not', changed(melting, 'El hielo', 'El :term[hielo]{#ice}'), ['PRE0608 units/01-heat/02-melting.md:5']],
    ['be of another language than its folder', changed('translations/es/course.yaml', 'language: es', 'language: fr'), ['PRE0701 course.yaml:2']],
  ])('%s', async (_what, files, expected) => expect(await told(files)).toEqual(expected));

  test.each([['en', 'is the language of the course itself'], ['ES', 'The language "es" is spelt otherwise here'], ['es_ES', 'is not a BCP 47 language tag']])('lie in a folder called %s', async (folder, why) => {
    const { diagnostics, course } = await withCourse({ [`translations/${folder}/course.yaml`]: 'title: X\n' }, compileCourse);
    expect(course).toBeNull();
    expect(diagnostics.map(({ code, file, message }) => [code, file, message])).toEqual([['PRE0701', `translations/${folder}`, expect.stringContaining(why)]]);
  });

  test('hold a picture that no text of it shows, without being told', async () => {
    expect(await told({ 'translations/es/media/old.svg': sample['media/boxes.svg'] ?? '' })).toEqual(['PRE0406 media/old.svg:1']);
  });
});

test('entries with ids may stand in any order: those of the original decide', async () => {
  const { course } = await withCourse(spanish, compileCourse);
  expect(course?.translations?.[0]?.statements).toEqual([{ id: 's1', text: 'El agua hierve.', section: 'Calor' }, { id: 's2', text: 'El hielo se funde.', section: 'Calor' }]);
});

test('what is wrong with the original is not said again of its translations', async () => {
  const codes = await told({ 'units/01-heat/bank.yaml': String(sample['units/01-heat/bank.yaml']).replace('correct: true, ', '') });
  expect(codes).toEqual(['PRE0501 units/01-heat/bank.yaml:11']);
});

test('a copy of the original in which nothing was replaced is right as it is', async () => {
  const copy = Object.fromEntries(Object.entries(sample).filter(([path]) => path.endsWith('.yaml') || path.endsWith('.md')).map(([path, text]) => [`translations/es/${path}`, text]));
  const { course, diagnostics, translations } = await withCourse(copy, compileCourse);
  expect(diagnostics).toEqual([]);
  expect(translations).toEqual([{ language: 'es', translated: 10, entries: 10 }]);
  expect(course?.translations?.[0]).toEqual({ ...course, language: 'es', translations: undefined });
});

test('whatever a translated file holds, the rules of the original stay, and nothing is thrown', () => {
  const original = { id: 'b', title: 'Bank', items: [{ id: 'i', kind: 'single-choice', stem: 'What?', points: 2, options: [{ text: 'A', correct: true, feedback: 'Yes.' }, { text: 'B', feedback: 'No.' }] }] };
  const keys = ['id', 'title', 'items', 'kind', 'stem', 'points', 'options', 'text', 'correct', 'feedback'];
  const anything = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 6 }, fc.constantFrom('i', 'b', 'A', '', null, true, false, 2), fc.string(), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(fc.constantFrom(...keys), tie('value'))),
  })).value;
  fc.assert(fc.property(fc.dictionary(fc.constantFrom(...keys), anything), (written) => {
    const list = new DiagnosticList();
    const source = new SourceText('bank.yaml', JSON.stringify(written));
    const own = parseYaml(source, list);
    if (own === null) return;
    const { file, lacking } = mergeTranslation(own, original, 'bank', list);
    const merged = file.value as typeof original;
    expect(merged.id).toBe('b');
    if (Array.isArray(merged.items)) expect(merged.items[0]).toMatchObject({ id: 'i', kind: 'single-choice', points: 2 });
    expect(lacking).toBeLessThanOrEqual(2);
    for (const { line } of list.items) expect(line).toBe(1);
  }));
});

test('a file of thousands of strangers is told in bounded time', async () => {
  const strangers = Array.from({ length: 20_000 }, (_, n) => `- {id: strange-${n}}\n`).join('');
  const started = performance.now();
  const { diagnostics } = await withCourse({ ...spanish, 'translations/es/statements.yaml': strangers }, compileCourse);
  expect(diagnostics.filter(({ code }) => code === 'PRE0703').length).toBe(100);
  expect(performance.now() - started).toBeLessThan(20_000);
}, 60_000);

describe('a second compile', () => {
  test('sees what changed in a translation, in its original, and in a picture of either', async () => {
    await withCourse(spanish, async (folder) => {
      const compiler = new CourseCompiler(folder);
      const title = async (): Promise<unknown> => {
        const result = await compiler.compile();
        expect(result.hash).toBe((await compileCourse(folder)).hash);
        const lesson = result.course?.translations?.[0]?.units[0]?.lessons[1];
        return [lesson?.title, lesson?.statements, result.course?.translations?.[0]?.media[0]?.path, result.diagnostics.map(({ code }) => code)];
      };
      expect(await title()).toEqual(['Fundir', ['s2'], 'media/boxes.svg', []]);
      await writeFile(join(folder, melting), String(spanish[melting]).replace('Fundir', 'Derretir'));
      expect(await title()).toEqual(['Derretir', ['s2'], 'media/boxes.svg', []]);
      await writeFile(join(folder, 'units/01-heat/02-melting.md'), String(sample['units/01-heat/02-melting.md']).replace('[s2]', '[s2, s1]'));
      expect(await title()).toEqual(['Derretir', ['s2', 's1'], 'media/boxes.svg', []]);
      await writeFiles(folder, { 'translations/es/media/boxes.svg': String(sample['media/boxes.svg']).replace('Two boxes', 'Dos cajas') });
      expect(await title()).toEqual(['Derretir', ['s2', 's1'], 'translations/es/media/boxes.svg', []]);
      await rm(join(folder, melting));
      expect(await title()).toEqual(['Melting', ['s2', 's1'], 'translations/es/media/boxes.svg', ['PRE0702']]);
      await rm(join(folder, 'translations'), { recursive: true });
      expect((await compiler.compile()).course).not.toHaveProperty('translations');
    });
  });

  test('of another process takes over what the one before it made of translations', async () => {
    await withCourse(spanish, async (folder) => {
      const keep = { file: join(folder, '.kept'), version: '1' };
      const first = await new CourseCompiler(folder, keep).compile();
      const second = await new CourseCompiler(folder, keep).compile();
      expect(second.hash).toBe(first.hash);
      expect(second.translations).toEqual(first.translations);
    });
  });
});
