/**
 * Tail areas and quantiles of the distributions that the tests here need. Incomplete beta by Lentz's continued fraction
 * (Abramowitz & Stegun 26.5.8), incomplete gamma by series and continued fraction (6.5.29, 6.5.31), log gamma by
 * Lanczos's approximation; relative errors are below 1e-10 in the ranges used.
 */

/** P(Z > z) for a standard normal. */
export const normalTail = (z: number): number => (z < 0 ? 1 - normalTail(-z) : gammaTail(0.5, (z * z) / 2) / 2);

/** P(|Z| > |z|). */
export const twoSided = (z: number): number => 2 * normalTail(Math.abs(z));

/** P(X > x) of a chi-square with `df` degrees of freedom. */
export const chiSquareTail = (x: number, df: number): number => gammaTail(df / 2, x / 2);

/** The quantile of F: P(X <= value) = p. */
export function fQuantile(p: number, df1: number, df2: number): number {
  const x = betaQuantile(p, df1 / 2, df2 / 2);
  return x >= 1 ? Number.POSITIVE_INFINITY : (df2 * x) / (df1 * (1 - x));
}

/** The regularised incomplete beta function I_x(a, b): P(X <= x) of a beta distribution. */
export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** P(X >= atLeast) of a binomial with `n` trials of probability `p`. */
export function binomialAtLeast(atLeast: number, n: number, p: number): number {
  if (atLeast <= 0) return 1;
  return atLeast > n ? 0 : betaBelow(p, atLeast, n - atLeast + 1);
}

/** Wilson's interval for a proportion (E. B. Wilson 1927), 95 %. */
export function wilson(successes: number, n: number, z = 1.959964): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const p = successes / n;
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = ((z / (1 + (z * z) / n)) * Math.sqrt(Math.max(0, p * (1 - p)) / n + (z * z) / (4 * n * n)));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

function betaQuantile(p: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 200 && high - low > 1e-16; step++) {
    const middle = (low + high) / 2;
    if (betaBelow(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1), tiny);
  let value = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d, tiny);
    c = nonZero(1 + even / c, tiny);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d, tiny);
    c = nonZero(1 + odd / c, tiny);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return value;
}

/** The upper regularised incomplete gamma function Q(a, x). */
function gammaTail(a: number, x: number): number {
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 10_000 && term > sum * 1e-16; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return 1 - front * sum;
  }
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < 10_000; n++) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / nonZero(step * d + b, tiny);
    c = nonZero(b + step / c, tiny);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return front * value;
}

const nonZero = (value: number, tiny: number): number => (Math.abs(value) < tiny ? tiny : value);

const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const t = x + 6.5;
  let sum = 0.99999999999980993;
  lanczos.forEach((weight, at) => (sum += weight / (x + at)));
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}
