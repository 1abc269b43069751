import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import type { Feedback, Item, Kind } from '../item.js';
import { kinds } from '../kinds/registry.js';
import { sampleItems } from '../sample-items.js';
import { choiceIds, slotIds } from '../report.js';
import { canExpress, csvColumns, formatNames, importLimits, noteSentences, type FormatName } from './index.js';

const page = await readFile(new URL('../../../../docs/interchange.md', import.meta.url), 'utf8');
/** The rows of the table whose first heading is `heading`, by their first cell. */
function tableAfter(heading: string): Map<string, string[]> {
  const lines = page.slice(page.indexOf(`| ${heading} |`)).split('\n');
  const rows = lines.slice(2, lines.findIndex((line) => !line.startsWith('|')));
  return new Map(rows.map((row) => row.split('|').slice(1, -1).map((cell) => cell.trim())).map(([first = '', ...rest]) => [first, rest]));
}

/** The sample of a kind with everything said that can be said of its answers. */
function full(kind: Kind): Item {
  const item = sampleItems[kind];
  const ids = item.kind === 'cloze' || slotIds(item).length === 0 ? choiceIds(item) : slotIds(item);
  const feedback: Feedback = { correctHtml: '<p>Yes.</p>', incorrectHtml: '<p>No.</p>', ...(ids.length === 0 ? {} : { byChoice: Object.fromEntries(ids.map((id) => [id, `<p>Of ${id}.</p>`])) }) };
  return { ...item, feedback } as Item;
}

function cell(kind: Kind, format: FormatName): string {
  const { extent, report } = canExpress(full(kind), format);
  return extent === 'none' ? 'no' : extent === 'whole' ? 'all' : `all but ${report.lost.map(({ code }) => `\`${code}\``).sort().join(', ')}`;
}

test('the table of what formats express says what canExpress says', () => {
  const formats = ['gift', 'aiken', 'moodle-xml', 'qti-3.0', 'csv'] as const;
  expect([...tableAfter('kind').entries()]).toEqual(kinds.map((kind) => [`\`${kind}\``, formats.map((format) => cell(kind, format))]));
  // Version 2 has no words to put on a picture, as the page says.
  for (const kind of kinds) for (const older of ['qti-2.1', 'qti-2.2'] as const) expect([kind, cell(kind, older)]).toEqual([kind, kind === 'graphic-gap-match' ? 'no' : cell(kind, 'qti-3.0')]);
  for (const format of formatNames) expect(page).toContain(`\`${format}\``);
});

test('every code of a note and every column of CSV is on the page, with what it means', () => {
  expect(Object.fromEntries([...tableAfter('code').entries()].map(([code, [sentence]]) => [code.replaceAll('`', ''), sentence]))).toEqual(noteSentences);
  expect(Object.fromEntries([...tableAfter('column').entries()].map(([column, [meaning]]) => [column.replaceAll('`', ''), meaning]))).toEqual(csvColumns);
});

test('the bounds on the page are the bounds of the reader', () => {
  expect(page).toContain(`${String(importLimits.bytes / 1024 / 1024)} MiB a file, ${importLimits.items.toLocaleString('en')} items, ${importLimits.elements.toLocaleString('en')} elements of XML, ${String(importLimits.depth)} inside each other`);
});
