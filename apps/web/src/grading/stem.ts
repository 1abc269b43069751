/** The stem of an ItemView that came as JSON (sanitised HTML from the course compiler). */
export function stemOf(item: unknown): string {
  return typeof item === 'object' && item !== null && 'stemHtml' in item && typeof item.stemHtml === 'string' ? item.stemHtml : '';
}
