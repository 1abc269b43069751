export type TableCell = string | number | null;

/**
 * A table as CSV (RFC 4180), with a byte order mark so that spreadsheets read it as UTF-8. A cell that a spreadsheet
 * could take for a formula is preceded by an apostrophe (OWASP, CSV Injection).
 */
export function csv(head: string[], rows: TableCell[][]): string {
  return `\uFEFF${csvLines([head, ...rows])}`;
}

/** Some lines of such a table, each with its end. */
export const csvLines = (rows: readonly (readonly TableCell[])[]): string => rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

function cell(value: TableCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
