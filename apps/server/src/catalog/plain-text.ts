/** Sanitised HTML of our own compiler as plain text. */
export function textOf(html: string): string {
  return html.replaceAll(/<[^>]*>/g, ' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll(/&#(?:39|x27);/g, "'").replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ').trim();
}
