import { known, unknown, type Measure } from './attempt.js';
import { chiSquareTail, twoSided } from './distributions.js';
import { levels, ScoreTable } from './score-table.js';

export interface GroupFacility {
  group: string;
  n: number;
  facility: number;
  /** null with fewer than 2 */
  standardError: number | null;
  /** mean score less that of all other groups' learners of the same total score; null where no other group has such */
  adjusted: { difference: number; standardError: number; z: number; p: number } | null;
}

export interface Drift {
  groups: GroupFacility[];
  /** do facilities differ at all? Cochran's Q over groups with a standard error; learners may simply differ */
  unadjusted: { chiSquare: number; df: number; p: number } | null;
  /** does the item differ for learners of equal total score? smallest p of the groups, times their number (Bonferroni) */
  adjusted: { group: string; difference: number; p: number } | null;
}

/** How an item did in each version or cohort, and whether it changed by more than its learners did. */
export function drift(names: readonly string[], tables: readonly (ScoreTable | undefined)[]): Measure<Drift> {
  const present = names.flatMap((group, at) => {
    const table = tables[at];
    return table === undefined || table.total === 0 ? [] : [{ group, table }];
  });
  if (present.length < 2) return unknown('one-group');
  const all = new ScoreTable();
  for (const { table } of present) all.merge(table);
  const groups = present.map(({ group, table }): GroupFacility => {
    const { n, mean, variance } = table.mean();
    return { group, n, facility: mean, standardError: n < 2 ? null : Math.sqrt(variance), adjusted: against(table, all) };
  });
  return known({ groups, unadjusted: heterogeneity(groups), adjusted: largest(groups) });
}

/** Mantel's test (1963) of one group against all others, by strata of equal total score. */
function against(table: ScoreTable, all: ScoreTable): GroupFacility['adjusted'] {
  let [excess, variance, weight] = [0, 0, 0];
  for (let level = 0; level < levels; level++) {
    const n = all.n[level] ?? 0;
    const mine = table.n[level] ?? 0;
    const others = n - mine;
    if (mine === 0 || others === 0) continue;
    const sum = all.sum[level] ?? 0;
    excess += (table.sum[level] ?? 0) - (mine * sum) / n;
    variance += (mine * others * (n * (all.squares[level] ?? 0) - sum * sum)) / (n * n * (n - 1));
    weight += (mine * others) / n;
  }
  if (!(variance > 1e-9)) return null;
  const z = excess / Math.sqrt(variance);
  return { difference: excess / weight, standardError: Math.sqrt(variance) / weight, z, p: twoSided(z) };
}

function heterogeneity(groups: readonly GroupFacility[]): Drift['unadjusted'] {
  const usable = groups.filter(({ standardError }) => standardError !== null && standardError > 0);
  if (usable.length < 2) return null;
  const weights = usable.map(({ standardError }) => 1 / (standardError ?? 1) ** 2);
  const sum = weights.reduce((a, b) => a + b, 0);
  const mean = usable.reduce((total, { facility }, at) => total + (weights[at] ?? 0) * facility, 0) / sum;
  const chiSquare = usable.reduce((total, { facility }, at) => total + (weights[at] ?? 0) * (facility - mean) ** 2, 0);
  const df = usable.length - 1;
  return { chiSquare, df, p: chiSquareTail(chiSquare, df) };
}

function largest(groups: readonly GroupFacility[]): Drift['adjusted'] {
  const tested = groups.flatMap(({ group, adjusted }) => (adjusted === null ? [] : [{ group, ...adjusted }]));
  const [first] = tested.sort((a, b) => a.p - b.p);
  return first === undefined ? null : { group: first.group, difference: first.difference, p: Math.min(1, first.p * Math.max(1, tested.length === 2 ? 1 : tested.length)) };
}
