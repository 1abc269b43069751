/** An option that says a number or a range of numbers: `30`, `the 12th`, `4 to 6 litres`, `under 18`, `21 or over`. */
export interface Quantity { low: number; high: number; /** the words around, without which two options can't be compared */ unit: string }

const figure = '[-−+]?\\d+(?:[,\\u00a0 ]\\d{3})*(?:\\.\\d+)?';
const shape = new RegExp(`^(?<before>[^\\d]{0,24}?)(?<low>${figure})(?<rest>.{0,32})$`, 'u');
const upTo = new RegExp(`^\\s*(?:%|[\\p{L}°$€£]{1,12})?\\s*(?:to|and|-|–|—|until)\\s*(?:[$€£]\\s?)?(?<high>${figure})(?<after>.*)$`, 'u');
const below = /^(?:under|below|(?:less|fewer|lower|smaller|shorter|earlier|lighter) than|up to|at most|no more than|younger than|before|<|≤)\s*[$€£]?$/i;
const above = /^(?:over|above|(?:more|greater|higher|larger|longer|later|heavier) than|at least|no less than|no fewer than|older than|after|>|≥)\s*[$€£]?$/i;
const orMore = /^\s*(?:%|\p{L}+\s)?\s*(?:\+|or more|or over|or older|or above|or later|and over|and older|and above|and more)/iu;
const orLess = /^\s*(?:%|\p{L}+\s)?\s*(?:or less|or fewer|or under|or younger|or below|or earlier|and under|and below)\b/iu;

/** Null where the option is no mere quantity. Open ends are just inside the bound where the words exclude it. */
export function quantityOf(text: string): Quantity | null {
  // What stands in brackets is the same in another unit.
  const match = shape.exec(text.replace(/\s*\([^()]*\)/g, '').replace(/[.;]$/, '').trim());
  if (match?.groups === undefined) return null;
  const { before = '', low: first = '', rest = '' } = match.groups;
  const low = numberOf(first);
  const lead = before.trim();
  const range = /^(?:between|from)?\s*[$€£]?$/i.test(lead) ? upTo.exec(rest) : null;
  if (range?.groups !== undefined) return sized({ low, high: numberOf(range.groups['high'] ?? ''), unit: unitOf('', range.groups['after'] ?? '') });
  const step = 1e-9 * Math.max(1, Math.abs(low));
  if (below.test(lead)) return sized({ low: -Infinity, high: /up to|at most|no more|≤/i.test(lead) ? low : low - step, unit: unitOf('', rest) });
  if (above.test(lead)) return sized({ low: /at least|no less|no fewer|≥/i.test(lead) ? low : low + step, high: Infinity, unit: unitOf('', rest) });
  if (orMore.test(rest)) return sized({ low, high: Infinity, unit: unitOf(before, rest.replace(orMore, '')) });
  if (orLess.test(rest)) return sized({ low: -Infinity, high: low, unit: unitOf(before, rest.replace(orLess, '')) });
  return sized({ low, high: low, unit: unitOf(before, rest) });
}

/** All options as quantities of one unit, or null. */
export function quantitiesOf(texts: readonly string[]): Quantity[] | null {
  const found: Quantity[] = [];
  for (const text of texts) {
    if (!/\d/.test(text)) return null;
    const quantity = quantityOf(text);
    if (quantity === null || (found[0] !== undefined && found[0].unit !== quantity.unit)) return null;
    found.push(quantity);
  }
  return found;
}

const sized = (quantity: Quantity): Quantity | null => (quantity.unit.split(' ').length > 4 || quantity.low > quantity.high ? null : quantity);
const numberOf = (text: string): number => Number(text.replace(/[,\u00a0 ]/g, '').replace('−', '-'));
/** A unit without ordinal endings, and in the singular: `1 day` and `2 days` are alike. */
const unitOf = (before: string, after: string): string => `${before} ${after}`.toLowerCase().replace(/(?<=^|\s)(?:st|nd|rd|th)\b|\b(?:the|about|around)\b/g, '').replace(/s\b/g, '').replace(/\s+/g, ' ').trim();
