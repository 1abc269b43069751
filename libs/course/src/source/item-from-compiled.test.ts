import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { itemDocument } from '@preceptor/assessment/interchange';
import { compileCourse } from '../compiler/compiler.js';
import { compileItemDocument } from './item-document.js';

const root = join(import.meta.dirname, '../../../..');

test.each(['courses/ketamine-assisted-psychotherapy', 'test/fixtures/course-small', 'test/fixtures/course-pilot'])('an item of %s that is written as a document again compiles to the same item', async (folder) => {
  const { course } = await compileCourse(join(root, folder));
  const items = [...course?.banks.flatMap((bank) => bank.items) ?? [], ...course?.units.flatMap(({ lessons }) => lessons.flatMap(({ checks }) => checks)) ?? []];
  expect(items.length).toBeGreaterThan(5);
  for (const item of items) {
    const { content } = item;
    const size = 'image' in content ? { width: content.width, height: content.height } : { width: 640, height: 400 };
    expect(compileItemDocument(itemDocument(item), { media: () => size, language: course?.language ?? 'en' }).item).toEqual(item);
  }
}, 20_000);
