import { CertificateDocument, type DocumentOptions } from './document.js';
import { linesOf } from './marks.js';

export interface Table { title: string; lead: string; head: readonly string[]; /** shares of the width */ widths: readonly number[]; rows: readonly (readonly string[])[] }

const [margin, size, line] = [40, 8.5, 11];

/** A table as a tagged PDF, its head on every page. */
export async function drawTable({ title, lead, head, widths, rows }: Table, options: DocumentOptions): Promise<Buffer> {
  const paper = new CertificateDocument(options);
  const { doc } = paper;
  const width = doc.page.width - 2 * margin;
  const root = doc.struct('Document');
  doc.addStructure(root);
  let y = margin;
  const text = (role: 'H1' | 'P', says: string, face: 'regular' | 'bold', at: number): void => {
    const lines = linesOf(says, width, (part) => paper.measure(part, face, at));
    root.add(doc.struct(role, {}, () => lines.forEach((part, index) => paper.line(part, face, at, '#111111', margin, y + index * at * 1.3))));
    y += lines.length * at * 1.3 + 6;
  };
  text('H1', title, 'bold', 16);
  text('P', lead, 'regular', 9.5);
  y += 6;
  const table = doc.struct('Table');
  root.add(table);
  const row = (cells: readonly string[], kind: 'TH' | 'TD'): void => {
    const face = kind === 'TH' ? 'bold' : 'regular';
    const wide = widths.map((share) => share * width - 8);
    const broken = cells.map((cell, index) => linesOf(cell, wide[index] ?? 0, (part) => paper.measure(part, face, size)));
    const high = Math.max(1, ...broken.map(({ length }) => length)) * line + 6;
    if (y + high > doc.page.height - margin) {
      doc.addPage();
      y = margin;
      if (kind === 'TD') row(head, 'TH');
    }
    const made = doc.struct('TR');
    table.add(made);
    let x = margin;
    for (const [index, lines] of broken.entries()) {
      const at = x;
      made.add(doc.struct(kind, {}, () => lines.forEach((part, place) => paper.line(part, face, size, '#111111', at, y + 3 + place * line))));
      x += (widths[index] ?? 0) * width;
    }
    made.end();
    doc.markContent('Artifact', { type: 'Layout' } as never);
    doc.rect(margin, y + high - 0.5, width, 0.5).fill('#bbbbbb');
    doc.endMarkedContent();
    y += high;
  };
  row(head, 'TH');
  for (const cells of rows) row(cells, 'TD');
  table.end();
  root.end();
  return paper.bytes();
}
