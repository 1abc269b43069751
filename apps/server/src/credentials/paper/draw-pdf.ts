import type { Picture } from '../template/template.service.js';
import { CertificateDocument, type DocumentOptions } from './document.js';
import { layOut, type Printed } from './lay-out.js';
import type { Mark } from './marks.js';
import { isRightToLeft } from './visual-runs.js';

/** A certificate as a tagged PDF: what is read aloud comes in the order of the sheet, frames and lines are passed over. */
export async function drawPdf(printed: Printed, pictures: ReadonlyMap<string, Picture>, options: DocumentOptions): Promise<Buffer> {
  const paper = new CertificateDocument(options);
  const { doc } = paper;
  const { marks } = layOut(printed, paper.measure);
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (const mark of marks) {
    const draw = () => { drawMark(paper, mark, pictures); };
    if (mark.kind === 'text') root.add(doc.struct(mark.role, isRightToLeft(mark.lines.join(' ')) ? { actual: mark.lines.join(' ') } : {}, draw));
    else if (mark.kind === 'picture' || mark.kind === 'code') root.add(doc.struct('Figure', { alt: mark.alt, bbox: boxOf(mark) } as never, draw));
    else { doc.markContent('Artifact', { type: 'Layout' } as never); draw(); doc.endMarkedContent(); }
  }
  root.end();
  return paper.bytes();
}

function drawMark(paper: CertificateDocument, mark: Mark, pictures: ReadonlyMap<string, Picture>): void {
  const { doc } = paper;
  if (mark.kind === 'frame') doc.lineWidth(mark.line).rect(mark.x, mark.y, mark.width, mark.height).stroke(mark.colour);
  else if (mark.kind === 'line') doc.rect(mark.x, mark.y, mark.width, 0.8).fill(mark.colour);
  else if (mark.kind === 'picture') {
    const picture = pictures.get(mark.id);
    if (picture !== undefined) doc.image(picture.data, mark.x, mark.y, { width: mark.width, height: mark.height });
  } else if (mark.kind === 'code') {
    const side = mark.size / mark.modules.length;
    mark.modules.forEach((row, y) => row.forEach((dark, x) => { if (dark) doc.rect(mark.x + x * side, mark.y + y * side, side + 0.02, side + 0.02); }));
    doc.fill('#000000');
  } else for (const [index, line] of mark.lines.entries()) {
    const free = mark.width - paper.measure(line, mark.face, mark.size);
    const x = mark.x + { left: 0, center: free / 2, right: free }[mark.align];
    paper.line(line, mark.face, mark.size, mark.colour, x, mark.y + index * mark.lineHeight);
  }
}

function boxOf({ x, y, ...mark }: Extract<Mark, { kind: 'picture' | 'code' }>): [number, number, number, number] {
  const [width, height] = mark.kind === 'code' ? [mark.size, mark.size] : [mark.width, mark.height];
  return [x, y, x + width, y + height];
}
