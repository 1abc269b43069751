import { describe, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { join } from 'node:path';
import { compileItemDocument, type ItemSetting } from './item-document.js';

const none: ItemSetting = { media: () => null };
const whole = {
  id: 'ice', kind: 'single-choice', stem: 'What **melts**?', statements: ['s01'], level: 'recall', difficulty: 'easy',
  options: [{ text: 'Ice', correct: true, feedback: 'Yes.' }, { text: 'Stone', feedback: 'No.' }],
};
const problemsOf = (document: unknown, setting = none) => compileItemDocument(document, setting).problems.map(({ code, path }) => `${code} ${path.join('/')}`);

describe('an item document', () => {
  test('that is whole compiles to what a bank of the course source would give', () => {
    const { item, problems } = compileItemDocument(whole, none);
    expect(problems).toEqual([]);
    expect(item).toMatchObject({ id: 'ice', kind: 'single-choice', stemHtml: '<p>What <strong>melts</strong>?</p>', key: { correct: 'a' }, maxScore: 1, feedback: { byChoice: { a: '<p>Yes.</p>' } } });
  });

  test('that is half written says of each field what it lacks, by its path', () => {
    expect(problemsOf({ kind: 'single-choice', stem: '', options: [{ text: 'A', corect: true }] })).toEqual([
      'PRE0211 id', 'PRE0215 stem', 'PRE0211 statements', 'PRE0211 level', 'PRE0211 difficulty', 'PRE0210 options/0/corect',
    ]);
    const lacking = { ...whole, options: [{ text: 'A', correct: true }, { text: 'B', correct: true, feedback: 'x' }], statements: [] };
    expect(problemsOf(lacking)).toEqual(['PRE0506 options/0', 'PRE0501 options']);
  });

  test('has its problem at the text in which the Markdown is wrong', () => {
    const [problem] = compileItemDocument({ ...whole, options: [whole.options[0], { text: '<script>x</script>B', feedback: 'No.' }] }, none).problems;
    expect(problem).toMatchObject({ code: 'PRE0320', severity: 'warning', path: ['options', 1, 'text'], hint: 'Write it in Markdown, or with one of the directives.' });
  });

  test('shows the pictures that it is told of, and no others', () => {
    const document = { ...whole, stem: '![A box](media/box.svg) ![A cat](media/cat.svg) ![Out](https://example.org/x.png)' };
    const { item, problems } = compileItemDocument(document, { media: (path) => (path === 'media/box.svg' ? { width: 40, height: 30 } : null) });
    expect(item?.stemHtml).toBe('<p><img src="media/box.svg" alt="A box" width="40" height="30"> A cat Out</p>');
    expect(problems.map(({ code }) => code)).toEqual(['PRE0404', 'PRE0324']);
  });

  test('is held to the names of its course, where they are known', () => {
    const course = { statements: ['s02'], lessons: ['melting'], terms: ['ice'] };
    expect(problemsOf({ ...whole, lessons: ['meltin'], stem: ':term[Ice]{#iec}' }, { ...none, course })).toEqual(['PRE0602 statements/0', 'PRE0603 lessons/0', 'PRE0608 stem']);
  });

  test.each([[null], [undefined], ['text'], [[]], [7], [{ kind: 'riddle' }], [{ kind: 7 }], [JSON.parse('{"__proto__": {"kind": "cloze"}}')]])('%j is a problem and no crash', (value) => {
    const { item, problems } = compileItemDocument(value, none);
    expect(item).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
  });
});

test('an editor compiles items in the browser: nothing of Node is asked for', async () => {
  const result = await build({
    entryPoints: [join(import.meta.dirname, '../items.ts')], bundle: true, write: false, metafile: true, platform: 'browser', format: 'esm', conditions: ['source'], logLevel: 'silent',
  });
  expect(Object.keys(result.metafile.inputs).filter((path) => /node_modules\/(?:yaml|image-size)\//.test(path))).toEqual([]);
});
