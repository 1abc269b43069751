import type { Reporter } from '../diagnostics/diagnostic.js';
import type { SourceText } from '../files/source-text.js';
import type { PlacedItem } from '../parts/bank.js';
import type { Part } from '../parts/part.js';
import { allBanks, type SourceParts } from './source-parts.js';

/** Reports statements that no lesson teaches or no item asks, and items that ask what no lesson before them has taught. */
export function checkTraceability(parts: SourceParts, reporter: Reporter): void {
  const taught = new Map<string, { lesson: number; unit: number }>();
  let lesson = 0;
  const firstLessonAfter: number[] = [];
  parts.units.forEach((unit, index) => {
    for (const { value } of unit.lessons) {
      for (const statement of value?.lesson.statements ?? []) if (!taught.has(statement)) taught.set(statement, { lesson, unit: index });
      lesson += 1;
    }
    firstLessonAfter.push(lesson);
  });
  const asked = new Set<string>();
  const examine = (placed: PlacedItem, file: SourceText, before: number): void => {
    for (const statement of placed.item.statements) {
      asked.add(statement);
      const where = taught.get(statement);
      if (where === undefined || where.lesson < before) continue;
      reporter.report('asked-before-taught', file, placed.statementsSpan, `The item "${placed.item.id}" asks the statement "${statement}", which no lesson before it teaches.`);
    }
  };
  const places = checkPlaces(parts);
  const unitIds = parts.units.map((unit) => unit.unit?.value?.id);
  for (const unit of parts.units) {
    for (const placed of unit.checks?.value ?? []) if (unit.checks !== null) examine(placed, unit.checks.source, places.get(placed.item.id) ?? Infinity);
  }
  for (const { part, body, home } of allBanks(parts)) {
    const unit = body.unit === null ? parts.units.findIndex((each) => each === home) : unitIds.indexOf(body.unit);
    for (const placed of body.items) examine(placed, part.source, firstLessonAfter[unit] ?? Infinity);
  }
  // What a broken file teaches or asks is not known: nothing is said to lack then.
  const lessonsWhole = parts.units.every((unit) => unit.lessons.every((each) => each.value !== null));
  const itemsWhole = itemParts(parts).every((part) => part.value !== null && part.diagnostics.every((each) => each.severity !== 'error'));
  for (const place of parts.statements?.defines ?? []) {
    if (lessonsWhole && !taught.has(place.id)) reporter.report('statement-not-taught', place.file, place.span, `No lesson teaches the statement "${place.id}".`);
    if (itemsWhole && !asked.has(place.id)) reporter.report('statement-not-asked', place.file, place.span, `No item asks the statement "${place.id}".`);
  }
}

function itemParts(parts: SourceParts): Part<unknown>[] {
  return [...parts.banks, ...parts.units.flatMap((unit) => [unit.bank, unit.checks])].filter((part) => part !== null);
}

/** For each check, one more than the place of the last lesson that may teach what it asks: its own. */
function checkPlaces(parts: SourceParts): Map<string, number> {
  const places = new Map<string, number>();
  let lesson = 0;
  for (const { value } of parts.units.flatMap((unit) => unit.lessons)) {
    lesson += 1;
    for (const check of value?.checks ?? []) if (!places.has(check.id)) places.set(check.id, lesson);
  }
  return places;
}
