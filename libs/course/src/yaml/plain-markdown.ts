/**
 * The HTML of a text that is one paragraph of plain prose, or null if it may hold any Markdown at all. Most texts of
 * an item bank are, and a parser would take a hundred times as long to say so.
 */
export function plainMarkdown(text: string): string | null {
  const trimmed = text.replace(/^[ \n]+|[ \n]+$/g, '');
  if (/[\\`*_[\]<&~|{}\p{Cc}]/u.test(trimmed)) return null;
  if (/^(?:[-+#>=:!]|\d{1,9}[.)])/.test(trimmed)) return null;
  if (/:[A-Za-z]/.test(trimmed) || / {2}/.test(trimmed)) return null;
  return trimmed;
}
