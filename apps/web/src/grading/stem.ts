/* What is needed of an ItemView that came as JSON. */

/** The stem (sanitised HTML from the course compiler). */
export function stemOf(item: unknown): string {
  return typeof item === 'object' && item !== null && 'stemHtml' in item && typeof item.stemHtml === 'string' ? item.stemHtml : '';
}

/** The most points that the item earns. */
export function maxScoreOf(item: unknown): number | null {
  return typeof item === 'object' && item !== null && 'maxScore' in item && typeof item.maxScore === 'number' ? item.maxScore : null;
}

/** A text cut at a word, for a heading or a row. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 30))}…`;
}
