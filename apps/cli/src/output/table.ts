/**
 * Rows as columns of text, cells wrapped at words so that no line is wider than `columns` where it can be helped. The
 * last column is left ragged; widths follow the longest word and the share of text in each column.
 */
export function textTable(heads: string[], rows: string[][], columns: number): string {
  const all = [heads, ...rows];
  const natural = heads.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const least = heads.map((_, column) => Math.min(40, Math.max(...all.flatMap((row) => (row[column] ?? '').split(/\s+/).map((word) => word.length)))));
  const widths = shares(natural, least, Math.max(columns, 40) - (heads.length - 1) * 2);
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [...lines(heads, widths), rule, ...rows.flatMap((row) => lines(row, widths))].join('\n');
}

function shares(natural: number[], least: number[], room: number): number[] {
  const wanted = natural.reduce((sum, width) => sum + width, 0);
  if (wanted <= room) return natural;
  const held = least.reduce((sum, width) => sum + width, 0);
  const spare = Math.max(0, room - held);
  const over = natural.map((width, index) => width - (least[index] ?? 0));
  const totalOver = over.reduce((sum, width) => sum + width, 0);
  return natural.map((_, index) => (least[index] ?? 0) + Math.floor(totalOver === 0 ? 0 : (spare * (over[index] ?? 0)) / totalOver));
}

function lines(row: string[], widths: number[]): string[] {
  const wrapped = widths.map((width, column) => wrap(row[column] ?? '', width));
  const height = Math.max(...wrapped.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) => wrapped.map((cell, column) => (cell[line] ?? '').padEnd(widths[column] ?? 0)).join('  ').trimEnd());
}

function wrap(text: string, width: number): string[] {
  const result: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      result.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...result, line];
}
