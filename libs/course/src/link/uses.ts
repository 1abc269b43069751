import { namedItems } from '@preceptor/assessment';
import type { Reporter } from '../diagnostics/diagnostic.js';
import { allBanks, allParts, type SourceParts } from './source-parts.js';

/** Reports what is defined and never used: checks, banks, glossary terms; and checks that stand in two places. */
export function checkUses(parts: SourceParts, reporter: Reporter): void {
  const set = new Set<string>();
  for (const { source, value } of parts.units.flatMap((unit) => unit.lessons)) {
    for (const check of value?.checks ?? []) {
      if (set.has(check.id)) reporter.report('check-set-twice', source, check.span, `The item "${check.id}" is already set into the course before this.`);
      set.add(check.id);
    }
  }
  const drawn = new Set<string>();
  const fixed = new Set<string>();
  for (const { assessment } of parts.units) {
    for (const section of assessment?.value?.assessment.sections ?? []) {
      for (const draw of section.draw ?? []) drawn.add(draw.bank);
    }
    for (const item of namedItems(assessment?.value?.assessment ?? { sections: [] })) fixed.add(item);
  }
  for (const { checks } of parts.units) {
    for (const placed of checks?.value ?? []) {
      if (set.has(placed.item.id) || checks === null) continue;
      reporter.report('check-not-set', checks.source, placed.span, `The item "${placed.item.id}" is set into no lesson${fixed.has(placed.item.id) ? ', and an assessment can take items of banks only' : ''}.`);
    }
  }
  for (const { part, body } of allBanks(parts)) {
    if (drawn.has(body.id) || body.items.some(({ item }) => set.has(item.id) || fixed.has(item.id))) continue;
    reporter.report('bank-not-used', part.source, body.span, `No assessment and no lesson uses the bank "${body.id}".`);
  }
  const named = new Set(allParts(parts).flatMap((part) => part.mentions).filter((place) => place.kind === 'term').map((place) => place.id));
  for (const place of parts.glossary?.defines ?? []) {
    if (!named.has(place.id)) reporter.report('term-not-used', place.file, place.span, `No text marks the term "${place.id}".`);
  }
}
