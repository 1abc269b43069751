/** Text without case and accents, for finding. As long as the text in UTF-16 units wherever that is possible. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
