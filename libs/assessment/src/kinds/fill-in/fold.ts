/** What of a text counts when it is compared. */
export interface Folding { caseSensitive: boolean; accentSensitive: boolean }

/**
 * The text as it is compared: canonical Unicode (NFC), white space trimmed and collapsed, typographic quotes and dashes
 * as the plain ones that keyboards have. Unless case counts, letters are compared in one case (lower, then upper, so
 * that `ß` is `SS` and both sigmas are one); unless accents count, combining marks U+0300 to U+036F are left out after
 * canonical decomposition. Marks of other scripts, which are vowels and not accents, always count.
 */
export function foldText(text: string, folding: Folding): string {
  let folded = text
    .replace(/[‘’ʼ′]/g, "'")
    .replace(/[“”″]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  if (!folding.accentSensitive) folded = folded.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  if (!folding.caseSensitive) folded = folded.toLowerCase().toUpperCase();
  return folded.normalize('NFC');
}
