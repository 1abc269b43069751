import { expect, test } from '@jest/globals';
import { kinds } from '@preceptor/assessment';
import { lintItem } from '@preceptor/assessment/lint';
import { kindsApart } from '../delivery.js';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { compileItemDocument } from './item-document.js';

const manual = readFile(new URL('../../../../docs/course-source.md', import.meta.url), 'utf8');

test('the manual shows an item of each kind of more than one step or on a picture, and each compiles and is linted without a word', async () => {
  const documents = [...(await manual).matchAll(/```yaml\n(- id: judge-fog\n[\s\S]*?)```/g)].flatMap(([, text = '']) => parse(text) as { kind: string }[]);
  expect(documents.map(({ kind }) => kind)).toEqual(kindsApart);
  const course = { statements: ['s1', 's2', 's3'], lessons: [], terms: [] };
  for (const document of documents) {
    const { item, problems } = compileItemDocument(document, { media: (path) => (path === 'media/harbour.svg' ? { width: 480, height: 300 } : null), course });
    expect([document.kind, problems]).toEqual([document.kind, []]);
    expect(item?.kind).toBe(document.kind);
    if (item !== null) expect([document.kind, lintItem(item).findings]).toEqual([document.kind, []]);
  }
});

test('the manual says the fields of every kind', async () => {
  const text = await manual;
  const named = [...text.slice(text.indexOf('## An item bank'), text.indexOf('## assessment.yaml')).matchAll(/^\| `([a-z-]+)` \| `/gm)].map(([, kind]) => kind);
  expect(named.toSorted()).toEqual([...kinds].toSorted());
});
