/** What a panelist rates for an item: the chance, 0..1, that a learner who is just good enough gets it right. By panelist, by item. */
export type Ratings = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface PanelItem { id: string; /** 0..1; null: nobody rated it */ mean: number | null; /** between panelists; null: fewer than two rated it */ sd: number | null; ratings: number }
export interface Panelist {
  id: string;
  /** Mean of her ratings, weighted as the items' points are: the cut that she alone would set, 0..1. null: she has not rated every item. */
  cut: number | null;
  rated: number;
  /** Correlation of her ratings with the means of the others; null: fewer than three items, or one of the two never varies. */
  agreement: number | null;
  /** Her cut is far from the others' (modified z score above 3.5), or her ratings go another way than theirs (below 0.2). */
  outlying: 'cut' | 'order' | null;
}
export interface AngoffResult {
  items: PanelItem[];
  panelists: Panelist[];
  /** Panelists who rated every item: those who count. */
  counted: number;
  /** The pass mark that the panel sets, 0..1; null: nobody is through yet. */
  cut: number | null;
  /**
   * Standard error of the cut over panels of this size for these items: SD of the panelists' cuts / √n. null: fewer than two.
   */
  standardError: number | null;
  /**
   * Standard error of the cut if the items too are taken as a sample (persons × items design of generalisability theory:
   * √(σ²p/n + σ²i/k + σ²pi/nk), R. L. Brennan and R. E. Lockwood 1980). null: fewer than two panelists or items.
   */
  standardErrorOverItems: number | null;
}

/**
 * Cut score by Angoff's method (W. H. Angoff, "Scales, Norms, and Equivalent Scores", in R. L. Thorndike (ed.), Educational
 * Measurement, 2nd ed., 1971, p. 515): the mean over panelists of the mean of their ratings. Its standard errors follow
 * R. L. Brennan and R. E. Lockwood, "A Comparison of the Nedelsky and Angoff Cutting Score Procedures Using
 * Generalizability Theory", Applied Psychological Measurement 4 (1980), 219-240. A panelist counts once she has rated
 * every item. `points`: what each item earns, 1 where it is left out.
 */
export function angoff(items: readonly string[], ratings: Ratings, points: Readonly<Record<string, number>> = {}): AngoffResult {
  const weight = (item: string) => (Object.hasOwn(points, item) ? points[item] ?? 1 : 1);
  const ratingOf = (panelist: string, item: string): number | null => {
    const own = Object.hasOwn(ratings, panelist) ? ratings[panelist] : undefined;
    return own !== undefined && Object.hasOwn(own, item) ? own[item] ?? null : null;
  };
  const ids = Object.keys(ratings).sort();
  const whole = ids.filter((id) => items.length > 0 && items.every((item) => ratingOf(id, item) !== null));
  const cutOf = (id: string) => weightedMean(items.map((item) => [ratingOf(id, item) ?? 0, weight(item)]));
  const cuts = new Map(whole.map((id) => [id, cutOf(id)]));
  const all = [...cuts.values()];
  const given = (item: string, except?: string) => ids.filter((id) => id !== except).flatMap((id) => ratingOf(id, item) ?? []);
  return {
    items: items.map((id) => ({ id, ratings: given(id).length, mean: given(id).length === 0 ? null : mean(given(id)), sd: given(id).length < 2 ? null : sd(given(id)) })),
    panelists: ids.map((id) => {
      const rated = items.filter((item) => ratingOf(id, item) !== null);
      const pairs = rated.flatMap((item): [number, number][] => (given(item, id).length === 0 ? [] : [[ratingOf(id, item) ?? 0, mean(given(item, id))]]));
      const agreement = correlation(pairs);
      const cut = cuts.get(id) ?? null;
      return { id, cut, rated: rated.length, agreement, outlying: cut === null ? null : isFar(cut, all) ? 'cut' : agreement !== null && agreement < 0.2 && ids.length > 2 ? 'order' : null };
    }),
    counted: whole.length,
    cut: all.length === 0 ? null : mean(all),
    standardError: all.length < 2 ? null : sd(all) / Math.sqrt(all.length),
    standardErrorOverItems: overItems(whole.map((id) => items.map((item) => ratingOf(id, item) ?? 0))),
  };
}

/** Variance components of a fully crossed two-way design without repetition, from its mean squares; negative ones are taken as 0. */
function overItems(table: readonly (readonly number[])[]): number | null {
  const n = table.length;
  const k = table[0]?.length ?? 0;
  if (n < 2 || k < 2) return null;
  const grand = mean(table.flat());
  const rows = table.map((row) => mean(row));
  const columns = Array.from({ length: k }, (_, index) => mean(table.map((row) => row[index] ?? 0)));
  const squares = (values: readonly number[]) => values.reduce((sum, value) => sum + (value - grand) ** 2, 0);
  const ofRows = k * squares(rows);
  const ofColumns = n * squares(columns);
  const residual = Math.max(0, (squares(table.flat()) - ofRows - ofColumns) / ((n - 1) * (k - 1)));
  const ofPersons = Math.max(0, (ofRows / (n - 1) - residual) / k);
  const ofItems = Math.max(0, (ofColumns / (k - 1) - residual) / n);
  return Math.sqrt(ofPersons / n + ofItems / k + residual / (n * k));
}

/** Modified z score by the median absolute deviation (B. Iglewicz and D. Hoaglin, "How to Detect and Handle Outliers", 1993); of fewer than four, none is far. */
function isFar(value: number, all: readonly number[]): boolean {
  if (all.length < 4) return false;
  const middle = median(all);
  const spread = median(all.map((one) => Math.abs(one - middle)));
  return spread > 1e-9 && (0.6745 * Math.abs(value - middle)) / spread > 3.5;
}

function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  if (pairs.length < 3) return null;
  const [x, y] = [mean(pairs.map(([one]) => one)), mean(pairs.map(([, other]) => other))];
  const sum = (of: (pair: readonly [number, number]) => number) => pairs.reduce((total, pair) => total + of(pair), 0);
  const spread = Math.sqrt(sum(([one]) => (one - x) ** 2) * sum(([, other]) => (other - y) ** 2));
  return spread < 1e-12 ? null : sum(([one, other]) => (one - x) * (other - y)) / spread;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const sd = (values: readonly number[]): number => {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1));
};
const weightedMean = (values: readonly (readonly [number, number])[]): number => values.reduce((sum, [value, weight]) => sum + value * weight, 0) / values.reduce((sum, [, weight]) => sum + weight, 0);
const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
};
