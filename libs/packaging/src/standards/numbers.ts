/** A number from 0 to 1 as manifests write it: at most four decimals, and never 0 for what is more than 0. */
export function decimal(value: number): string {
  return String(value > 0 ? Math.max(Math.round(value * 10000), 1) / 10000 : 0);
}
