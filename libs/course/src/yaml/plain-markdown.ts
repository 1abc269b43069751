/**
 * The HTML of a text that is one paragraph of prose, with words emphasised or not, or null if it may hold any other
 * Markdown. Most texts of an item bank are, and a parser would take a hundred times as long to say so.
 */
export function plainMarkdown(text: string): string | null {
  const trimmed = text.replace(/^[ \n]+|[ \n]+$/g, '');
  if (/[\\`_[\]<&~|{}$\p{Cc}]/u.test(trimmed)) return null;
  if (/^(?:[-+#>=:!]|\d{1,9}[.)])/.test(trimmed)) return null;
  if (/:[A-Za-z]/.test(trimmed) || / {2}/.test(trimmed)) return null;
  return trimmed.includes('*') ? emphasised(trimmed) : trimmed;
}

const letter = /[A-Za-z0-9]/;
const edge = /[ .,;:?!()"'%/-]/;

/**
 * Each run of one or two asterisks must be able to do one thing only (CommonMark 6.2): open, with a space or
 * punctuation before it and a letter after it, or close, the other way round. What is opened is closed by the next run.
 */
function emphasised(text: string): string | null {
  const parts = text.split(/(\*+)/);
  let html = '';
  let open: string | null = null;
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? '';
    if (at % 2 === 0) {
      html += part;
      continue;
    }
    if (part.length > 2) return null;
    const before = (parts[at - 1] ?? '').at(-1) ?? ' ';
    const after = (parts[at + 1] ?? '').at(0) ?? ' ';
    const tag = part.length === 1 ? 'em' : 'strong';
    if (open === null ? !(edge.test(before) && letter.test(after)) : !(open === tag && letter.test(before) && edge.test(after))) return null;
    html += open === null ? `<${tag}>` : `</${tag}>`;
    open = open === null ? tag : null;
  }
  return open === null ? html : null;
}
