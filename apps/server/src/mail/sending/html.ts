const direction = (language: string) => (language === 'ar' ? 'rtl' : 'ltr');

/** The same words as HTML, for mail programs that prefer it: paragraphs, and the mail's own links. Everything else is text. */
export function htmlOf(text: string, links: readonly string[], language: string, footer: { says: string; link: string } | null): string {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => `<p>${linked(paragraph, links).replaceAll('\n', '<br>')}</p>`);
  const last = footer === null ? '' : `<p style="color:#555;font-size:13px">${escaped(footer.says)} <a href="${escaped(footer.link)}">${escaped(footer.link)}</a></p>`;
  return `<!doctype html><html lang="${escaped(language)}" dir="${direction(language)}"><body style="font-family:sans-serif;font-size:16px;line-height:1.5;max-width:36em">${paragraphs.join('')}${last}</body></html>`;
}

function linked(text: string, links: readonly string[]): string {
  const [link, ...others] = links;
  if (link === undefined) return escaped(text);
  return text.split(link).map((piece) => linked(piece, others)).join(`<a href="${escaped(link)}">${escaped(link)}</a>`);
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' };
export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? character);
