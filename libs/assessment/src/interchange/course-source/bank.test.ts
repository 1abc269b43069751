import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { compileCourse } from '@preceptor/course';
import fc from 'fast-check';
import type { Item } from '../../item.js';
import { everySample } from '../../sample-items.js';
import { mapHtml } from '../texts.js';
import { courseBank } from '../index.js';
import { arbitraryItems } from '../testing/arbitrary-items.js';
import { htmlNodes, toHtml } from '../text/html.js';

/** The items as a course that holds them compiles them. */
async function compiled(items: readonly Item[]): Promise<{ items: Item[]; errors: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'bank-'));
  const files: Record<string, string> = {
    'course.yaml': 'id: c\ntitle: C\nlanguage: en\nauthors: [A]\nlicence: MIT\nversion: "1"\ndescription: D\ncredits: C\ncompletion: {lessons: all, checks: true, assessments: [], minimumMinutes: 0}\nsuccess: {assessments: []}\n', 'statements.yaml': '- {id: s01, text: One., section: A}\n',
    'units/01-a/unit.yaml': 'id: u\ntitle: U\nsummary: S\nobjectives: []\n', 'units/01-a/01-l.md': '---\nid: lesson-one\ntitle: L\nstatements: [s01]\n---\nText.\n',
    'units/01-a/bank.yaml': courseBank(items, { id: 'bank', title: 'Bank' }).file.text,
    'media/room.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"/>',
  };
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const { course, diagnostics } = await compileCourse(folder);
    return { items: course?.banks[0]?.items ?? [], errors: diagnostics.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code}: ${message}`) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** As the compiler writes HTML; what is to be put in order stands in the key's order, and every choice of a case has its credit. */
function asCompiled(item: Item): Item {
  const one = mapHtml(item, (html) => toHtml(htmlNodes(html)));
  switch (one.kind) {
    case 'ordering': return { ...one, content: { elements: inOrder(one.content.elements, one.key.order) } };
    case 'graphic-order': return { ...one, content: { ...one.content, regions: inOrder(one.content.regions, one.key.order) } };
    case 'branching-case': return { ...one, key: { credit: Object.fromEntries(one.content.steps.map(({ id, options }) => [id, Object.fromEntries(options.map((option) => [option.id, one.key.credit[id]?.[option.id] ?? 0]))])) } };
    default: return one;
  }
}

function inOrder<T extends { id: string }>(all: readonly T[], order: readonly string[]): T[] {
  return [...all].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

test('a bank of every kind compiles to the items that were written', async () => {
  const { items, errors } = await compiled(everySample);
  expect(errors).toEqual([]);
  expect(items.map((item) => mapHtml(item, bare))).toEqual(everySample.map((item) => mapHtml(asCompiled({ ...item, shuffle: ['fill-in', 'numeric', 'true-false', 'hotspot', 'long-text', 'script-concordance', 'slider', 'upload'].includes(item.kind) ? false : item.shuffle } as Item), bare)));
});

test('texts with the syntax of Markdown in them come through as they were', async () => {
  const bank = fc.array(arbitraryItems['true-false'], { minLength: 10, maxLength: 10 });
  await fc.assert(fc.asyncProperty(bank.map((items) => items.map((item, index): Item => ({ ...item, id: `q${String(index)}`, statements: ['s01'], lessons: ['lesson-one'], tags: [], shuffle: false }))), async (written) => {
    const { items, errors } = await compiled(written);
    expect(errors).toEqual([]);
    expect(items.map(({ stemHtml }) => bare(stemHtml))).toEqual(written.map(({ stemHtml }) => bare(stemHtml)));
  }), { numRuns: 20, endOnFailure: true });
});

const bare = (html: string): string => toHtml(htmlNodes(html)).replaceAll(/<\/?p>|\n/g, '');
