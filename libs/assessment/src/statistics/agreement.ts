import { known, unknown, type Interval, type Measure } from './attempt.js';

/** `none`: only the same category agrees; `linear`, `quadratic`: neighbours agree in part; a table: how grave each disagreement is, 0 on the diagonal. */
export type AgreementWeights = 'none' | 'linear' | 'quadratic' | readonly (readonly number[])[];

/** How far two graders agree beyond what chance alone would give them. */
export interface Agreement extends Interval {
  /** 1: always; 0: as often as by chance; below: less often */
  kappa: number;
  standardError: number;
  /** agreement that was seen and that chance would give, 0..1, with the weights */
  observed: number;
  expected: number;
  /** answers that both graded */
  n: number;
}

/**
 * Cohen's kappa of a square table of counts: row by what the first grader chose, column by the second.
 * J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960);
 * weighted: J. Cohen, Psychological Bulletin 70 (1968). The standard error is that for an interval (not for a test of
 * kappa = 0): J. L. Fleiss, J. Cohen & B. S. Everitt, Psychological Bulletin 72 (1969), formula 13. The interval of 95 % is normal, within -1..1.
 * Not defined without an answer that both graded, nor where chance alone gives full agreement (both always chose one and the same category).
 */
export function cohensKappa(table: readonly (readonly number[])[], weights: AgreementWeights = 'none'): Measure<Agreement> {
  const n = sum(table.map(sum));
  if (n < 2) return unknown('too-few-attempts');
  const rows = table.map((row) => sum(row) / n);
  const columns = table.map((_, at) => sum(table.map((row) => row[at] ?? 0)) / n);
  const agreeing = agreementWeights(table.length, weights);
  const weigh = (of: (row: number, column: number) => number): number => sum(agreeing.map((line, row) => sum(line.map((weight, column) => weight * of(row, column)))));
  const observed = weigh((row, column) => (table[row]?.[column] ?? 0) / n);
  const expected = weigh((row, column) => (rows[row] ?? 0) * (columns[column] ?? 0));
  if (1 - expected < 1e-12) return unknown('no-variance');
  const kappa = (observed - expected) / (1 - expected);
  const byRow = agreeing.map((line) => sum(line.map((weight, column) => weight * (columns[column] ?? 0))));
  const byColumn = columns.map((_, column) => sum(agreeing.map((line, row) => (line[column] ?? 0) * (rows[row] ?? 0))));
  const spread = sum(agreeing.map((line, row) => sum(line.map((weight, column) =>
    ((table[row]?.[column] ?? 0) / n) * (weight - ((byRow[row] ?? 0) + (byColumn[column] ?? 0)) * (1 - kappa)) ** 2))));
  const variance = (spread - (kappa - expected * (1 - kappa)) ** 2) / (n * (1 - expected) ** 2);
  const standardError = Math.sqrt(Math.max(0, variance));
  return known({ kappa, standardError, observed, expected, n, low: Math.max(-1, kappa - 1.959964 * standardError), high: Math.min(1, kappa + 1.959964 * standardError) });
}

/** The table of what two graders chose; `pairs` hold indices from 0 below `categories`. */
export function agreementTable(pairs: readonly (readonly [first: number, second: number])[], categories: number): number[][] {
  const table = Array.from({ length: categories }, () => Array.from({ length: categories }, () => 0));
  for (const [first, second] of pairs) {
    const row = table[first];
    if (row?.[second] !== undefined) row[second] += 1;
  }
  return table;
}

/** A word for a kappa: J. R. Landis & G. G. Koch, Biometrics 33 (1977). The borders are theirs, and arbitrary by their own account. */
export function wordOfAgreement(kappa: number): 'poor' | 'slight' | 'fair' | 'moderate' | 'substantial' | 'almost perfect' {
  if (kappa < 0) return 'poor';
  if (kappa <= 0.2) return 'slight';
  if (kappa <= 0.4) return 'fair';
  if (kappa <= 0.6) return 'moderate';
  return kappa <= 0.8 ? 'substantial' : 'almost perfect';
}

function agreementWeights(categories: number, weights: AgreementWeights): number[][] {
  const power = weights === 'linear' ? 1 : 2;
  const gravity = (row: number, column: number): number => {
    if (typeof weights !== 'string') return weights[row]?.[column] ?? 0;
    return weights === 'none' ? Number(row !== column) : Math.abs(row - column) ** power;
  };
  const indices = Array.from({ length: categories }, (_, at) => at);
  const gravest = Math.max(1e-12, ...indices.flatMap((row) => indices.map((column) => gravity(row, column))));
  return indices.map((row) => indices.map((column) => 1 - gravity(row, column) / gravest));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
