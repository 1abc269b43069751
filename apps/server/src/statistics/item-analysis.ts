import type { Item } from '@preceptor/assessment';
import { type Explanation, itemMeasures, type ItemStatistics } from '@preceptor/assessment/statistics';
import { textOf } from '../catalog/plain-text.js';
import type { AnalysedDifference, AnalysedFinding, AnalysedGroup, AnalysedItem, AnalysedOption, Severity } from './analysed.js';
import type { OptionNames } from './option-names.js';

interface About { item: Item; unit: string | null; names: OptionNames; compare: { reference: string; focal: string } | null }
const ranks: Record<Severity, number> = { serious: 3, warning: 2, note: 1, none: 0 };
const longestStem = 300;

/** One item with every number stated; `said` is what was said of it. */
export function analysedItem(statistics: ItemStatistics, said: readonly Explanation[], { item, unit, names, compare }: About): AnalysedItem {
  const findings = said.filter(({ kind }) => kind === 'finding').map(findingOf);
  return {
    item: item.id, stem: textOf(item.stemHtml).slice(0, longestStem), kind: item.kind, unit, attempts: statistics.n,
    severity: findings.reduce<Severity>((worst, { severity }) => (ranks[severity] > ranks[worst] ? severity : worst), 'none'),
    measures: itemMeasures(statistics, said), findings, options: options(statistics, said, names),
    byVersion: groups('version', statistics.byVersion, said), byCohort: groups('cohort', statistics.byCohort, said),
    differential: difference(statistics, said, compare), curve: statistics.itemResponse.value?.curve ?? [], seenCurve: statistics.seenCurve,
  };
}

export const findingOf = ({ code, severity, sentence, advice }: Explanation): AnalysedFinding => ({ code, severity, sentence, advice });

/** By the gravest finding, then by how badly they tell learners apart. */
export function gravestFirst(items: readonly AnalysedItem[]): AnalysedItem[] {
  const discrimination = ({ measures }: AnalysedItem): number => measures.find(({ code }) => code === 'discrimination')?.value ?? 1;
  return items.toSorted((a, b) => ranks[b.severity] - ranks[a.severity] || discrimination(a) - discrimination(b) || (a.item < b.item ? -1 : 1));
}
export const rankOf = (severity: Severity): number => ranks[severity];

function options({ options: { value } }: ItemStatistics, said: readonly Explanation[], names: OptionNames): AnalysedOption[] {
  const byName = new Map([...names].map(([id, { name, label }]) => [name, { id, label }]));
  return (value?.options ?? []).map(({ option, key, chosen, share, meanRest, discrimination, byAbility }) => ({
    id: byName.get(option)?.id ?? option, name: option, label: byName.get(option)?.label ?? option, key, chosen, share, meanRest: meanRest.value,
    discrimination: discrimination.value?.r ?? null, low: discrimination.value?.low ?? null, high: discrimination.value?.high ?? null, byAbility: byAbility.map((part) => (Number.isFinite(part) ? part : 0)),
    sentence: said.find((one) => one.code === 'option' && one.evidence['option'] === option)?.sentence ?? '',
  }));
}

function groups(code: 'version' | 'cohort', { value }: ItemStatistics['byVersion'], said: readonly Explanation[]): AnalysedGroup[] {
  return (value?.groups ?? []).map(({ group, n, facility, standardError, adjusted }) => ({
    name: group, attempts: n, facility, standardError, difference: adjusted?.difference ?? null, differenceError: adjusted?.standardError ?? null, p: adjusted?.p ?? null,
    sentence: said.find((one) => one.code === code && one.evidence['group'] === group)?.sentence ?? '',
  }));
}

function difference({ differential: { value } }: ItemStatistics, said: readonly Explanation[], compare: About['compare']): AnalysedDifference | null {
  if (value === null || compare === null) return null;
  return {
    ...compare, referenceAttempts: value.groups.reference, focalAttempts: value.groups.focal, difference: value.difference, p: value.p, etsClass: value.class,
    favours: value.favours === null ? null : compare[value.favours], oddsRatio: value.odds?.ratio ?? null, oddsLow: value.odds?.low ?? null, oddsHigh: value.odds?.high ?? null,
    sentence: said.find(({ code }) => code === 'differential')?.sentence ?? '',
  };
}
