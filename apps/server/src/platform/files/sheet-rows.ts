/** The cells of the first sheet of an .xlsx file as texts; days as YYYY-MM-DD. Throws where it is none. */
export async function sheetRows(file: string): Promise<string[][]> {
  const { readSheet } = await import('read-excel-file/node');
  return (await readSheet(file)).map((row) => row.map(cellText));
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value).replaceAll(/\r\n?/g, '\n');
}
