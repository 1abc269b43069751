import type { Item } from '@preceptor/assessment';
import { lintBank, lintItem } from '@preceptor/assessment/lint';
import { CourseCompiler } from '@preceptor/course';
import { median } from './timing.js';

const source = 'courses/ketamine-assisted-psychotherapy';

/** Medians in milliseconds of `runs` turns after a first one: a bank of the given size linted, the same items merely written as JSON, and one item as its author types. */
export async function benchItemLint(size: number, runs: number): Promise<{ bankMs: number; jsonMs: number; itemMs: number; findings: number }> {
  const items = await manyItems(size);
  const [bank, json, each]: [number[], number[], number[]] = [[], [], []];
  let findings = 0;
  for (let turn = 0; turn <= runs; turn += 1) {
    const times = [() => { findings = lintBank(items).findings.length; }, () => { JSON.stringify(items); }, () => { for (const item of items) lintItem(item); }].map(timed);
    if (turn === 0) continue;
    bank.push(times[0] ?? 0);
    json.push(times[1] ?? 0);
    each.push((times[2] ?? 0) / size);
  }
  return { bankMs: median(bank), jsonMs: median(json), itemMs: median(each), findings };
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** The first course's items of every kind over and over; from the second time on with some words changed, so that many are alike and none the same. */
async function manyItems(size: number): Promise<Item[]> {
  const { course } = await new CourseCompiler(source).compile();
  if (course === null) throw new Error(`${source} does not compile`);
  const real = [...course.banks.flatMap(({ items }) => items), ...course.units.flatMap(({ lessons }) => lessons.flatMap(({ checks }) => checks))];
  return Array.from({ length: size }, (_, index) => {
    const item = real[index % real.length];
    if (item === undefined) throw new Error(`${source} has no items`);
    const copy = Math.floor(index / real.length);
    if (copy === 0) return item;
    const changed: unknown = JSON.parse(JSON.stringify(item).replace(/\b(?:client|clinic|prescriber|therapist|ketamine|training)/g, (word) => `${word}${String.fromCharCode(97 + (copy % 26))}`));
    return { ...(changed as Item), id: `${item.id}-${copy}` };
  });
}
