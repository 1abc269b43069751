import type { PaperQuestion, PaperVersion } from '@preceptor/assessment';
import PDFDocument from 'pdfkit';
import { piecesOf } from './words.js';

/** Where a picture lies, and its size in pixels. */
export interface PrintedPicture { file: string; width: number; height: number }
export interface PrintOptions {
  title: string;
  introHtml: string;
  /** the picture that a path of the course names, where it can be printed */
  picture: (path: string) => PrintedPicture | null;
  /** a font file; null: those that every reader of PDF has, which show Western European scripts */
  font: string | null;
}
type Doc = InstanceType<typeof PDFDocument>;

const margin = 56;
const ink = '#111111';
const size = { title: 18, head: 13, text: 10.5, small: 8.5 };

/** A document on A4. `regular` and `strong` are the names of its fonts. */
export class Sheet {
  readonly doc: Doc;
  readonly #chunks: Buffer[] = [];
  readonly #ended: Promise<void>;
  #strong: string;
  #regular: string;

  constructor(readonly options: PrintOptions) {
    this.doc = new PDFDocument({ size: 'A4', margin, bufferPages: true, info: { Title: options.title, Producer: 'Preceptor', Creator: 'Preceptor' }, lang: 'en', displayTitle: true, autoFirstPage: false });
    this.#regular = options.font ?? 'Helvetica';
    this.#strong = options.font ?? 'Helvetica-Bold';
    this.doc.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    this.#ended = new Promise((resolve, reject) => { this.doc.on('end', resolve); this.doc.on('error', reject); });
  }

  get width(): number { return this.doc.page.width - 2 * margin; }
  get bottom(): number { return this.doc.page.height - margin - 20; }

  page(): void { this.doc.addPage(); this.doc.fillColor(ink); }
  /** Begins a new page where so much does not fit on this one. */
  room(height: number): void { if (this.doc.y + height > this.bottom) this.page(); }

  write(text: string, { strong = false, at = size.text, indent = 0, gap = 4 }: { strong?: boolean; at?: number; indent?: number; gap?: number } = {}): void {
    this.doc.font(strong ? this.#strong : this.#regular).fontSize(at);
    const width = this.width - indent;
    this.room(Math.min(this.doc.heightOfString(text, { width }), 120));
    this.doc.text(text, margin + indent, this.doc.y, { width, lineGap: 1.5 });
    this.doc.y += gap;
  }

  /** Text with its pictures; what can't be drawn stands as its description. */
  html(html: string, indent: number, before = ''): void {
    let lead = before;
    for (const piece of piecesOf(html)) {
      if ('text' in piece) this.write(lead + piece.text, { indent });
      else this.picture(piece.picture, piece.alt, indent);
      lead = '';
    }
    if (lead !== '') this.write(lead, { indent });
  }

  picture(path: string, alt: string, indent: number): { x: number; y: number; scale: number } | null {
    const found = this.options.picture(path);
    if (found === null) {
      this.write(`[Picture: ${alt === '' ? path : alt}]`, { indent, at: size.small });
      return null;
    }
    const scale = Math.min((this.width - indent) / found.width, 260 / found.height, 1);
    this.room(found.height * scale + 8);
    const place = { x: margin + indent, y: this.doc.y, scale };
    this.doc.image(found.file, place.x, place.y, { width: found.width * scale });
    this.doc.y = place.y + found.height * scale + 8;
    return place;
  }

  rule(width = this.width, indent = 0): void {
    this.doc.moveTo(margin + indent, this.doc.y).lineTo(margin + indent + width, this.doc.y).lineWidth(0.5).strokeColor('#777777').stroke();
  }

  /** Numbers the pages from `from` on, each with `words` beside it. */
  foot(words: string, from: number): void {
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = from; page < start + count; page += 1) {
      this.doc.switchToPage(page);
      const bottom = this.doc.page.margins.bottom;
      this.doc.page.margins.bottom = 0;
      this.doc.font(this.#regular).fontSize(size.small).fillColor('#444444').text(`${words}, page ${page - from + 1} of ${start + count - from}`, margin, this.doc.page.height - margin + 4, { width: this.width, align: 'center', lineBreak: false });
      this.doc.page.margins.bottom = bottom;
    }
  }

  async bytes(): Promise<Buffer> {
    this.doc.end();
    await this.#ended;
    return Buffer.concat(this.#chunks);
  }
}

/** The questions of each version with its answer sheet, version after version: pages that learners get. */
export async function drawQuestions(versions: readonly PaperVersion[], options: PrintOptions): Promise<Buffer> {
  const sheet = new Sheet(options);
  let first = 0;
  for (const version of versions) {
    sheet.page();
    head(sheet, `Version ${version.letter}`);
    sheet.html(options.introHtml, 0);
    sheet.write(`${version.points} points in all. Answer on the answer sheet at the end.`, { at: size.small, gap: 10 });
    for (const { title, questions } of version.sections) {
      if (version.sections.length > 1) { sheet.room(60); sheet.write(title, { strong: true, at: size.head, gap: 6 }); }
      for (const question of questions) drawQuestion(sheet, question);
    }
    answerSheet(sheet, version);
    sheet.foot(`${options.title}, version ${version.letter}`, first);
    first = sheet.doc.bufferedPageRange().count;
  }
  return sheet.bytes();
}

/** What is right in each version: for those who mark. */
export async function drawKey(versions: readonly PaperVersion[], left: readonly { item: string; why: string }[], options: PrintOptions): Promise<Buffer> {
  const sheet = new Sheet(options);
  for (const version of versions) {
    sheet.page();
    sheet.write(options.title, { strong: true, at: size.title });
    sheet.write(`Key to version ${version.letter}. Not for learners.`, { strong: true, at: size.head, gap: 12 });
    for (const { questions } of version.sections) for (const { number, item, points, key } of questions) {
      sheet.write(`${number}.  ${key.map(({ label, says }) => (label === null ? says : `${label}: ${says}`)).join('   ')}    (${points} ${points === 1 ? 'point' : 'points'}, ${item})`, { gap: 5 });
    }
  }
  if (left.length > 0) {
    sheet.room(80);
    sheet.write('Not printed', { strong: true, at: size.head });
    for (const { item, why } of left) sheet.write(`${item}: ${why}`);
  }
  sheet.foot(`${options.title}, key`, 0);
  return sheet.bytes();
}

function head(sheet: Sheet, says: string): void {
  sheet.write(sheet.options.title, { strong: true, at: size.title });
  sheet.write(says, { strong: true, at: size.head, gap: 8 });
  sheet.write('Name: ______________________________________      Date: ____________________', { gap: 12 });
}

function drawQuestion(sheet: Sheet, { number, points, stemHtml, picture, options, rows, answer }: PaperQuestion & { number: number }): void {
  sheet.room(90);
  sheet.html(stemHtml, 0, `${number}.  `);
  if (points !== 1) sheet.write(`${points} points`, { at: size.small, indent: 18 });
  if (picture !== null) {
    const place = sheet.picture(picture.image, picture.alt, 18);
    if (place !== null) for (const region of picture.regions) mark(sheet.doc, region.letter, middleOf(region.shape, region.coords), place);
  }
  for (const { letter, html } of options) sheet.html(html, 18, `${letter}   `);
  for (const row of rows) {
    sheet.html(row.html, 18, `${number}.${row.label}   `);
    for (const { letter, html } of row.options) sheet.html(html, 40, `${letter}   `);
  }
  if (answer.by === 'letter' && answer.several) sheet.write('Choose all that are right.', { at: size.small, indent: 18 });
  if (answer.by === 'order') sheet.write('Write the letters in the right order.', { at: size.small, indent: 18 });
  sheet.doc.y += 8;
}

function mark(doc: Doc, letter: string, [x, y]: readonly [number, number], place: { x: number; y: number; scale: number }): void {
  const before = doc.y;
  const [cx, cy] = [place.x + x * place.scale, place.y + y * place.scale];
  doc.circle(cx, cy, 8).fillAndStroke('#ffffff', ink).fillColor(ink).fontSize(9).text(letter, cx - 8, cy - 4, { width: 16, align: 'center', lineBreak: false });
  doc.y = before;
}

function middleOf(shape: 'rect' | 'circle' | 'polygon', coords: readonly number[]): [number, number] {
  const [x = 0, y = 0, w = 0, h = 0] = coords;
  if (shape === 'circle') return [x, y];
  if (shape === 'rect') return [x + w / 2, y + h / 2];
  const mean = (from: number): number => { const values = coords.filter((_, index) => index % 2 === from); return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length); };
  return [mean(0), mean(1)];
}

function answerSheet(sheet: Sheet, { letter, sections }: PaperVersion): void {
  sheet.page();
  head(sheet, `Answer sheet, version ${letter}`);
  for (const { questions } of sections) for (const { number, rows, answer } of questions) {
    const labels = rows.length === 0 ? [`${number}`] : rows.map((row) => `${number}.${row.label}`);
    if (answer.by === 'letter') for (const label of labels) bubbles(sheet, label, answer.letters);
    else if (answer.by === 'text') lines(sheet, `${number}`, answer.lines);
    else if (answer.by === 'order') bubbles(sheet, `${number}`, Array.from({ length: answer.count }, () => ''));
    else lines(sheet, `${number}`, 1);
  }
}

function bubbles(sheet: Sheet, label: string, letters: readonly string[]): void {
  sheet.room(22);
  const { doc } = sheet;
  const y = doc.y;
  doc.fontSize(size.text).fillColor(ink).text(label, margin, y + 3, { width: 40, lineBreak: false });
  letters.forEach((letter, index) => {
    const x = margin + 56 + index * 26;
    if (letter === '') doc.rect(x - 9, y, 18, 18).lineWidth(0.7).strokeColor(ink).stroke();
    else doc.circle(x, y + 9, 8.5).lineWidth(0.7).strokeColor(ink).stroke().fontSize(8.5).text(letter, x - 9, y + 6, { width: 18, align: 'center', lineBreak: false });
  });
  doc.y = y + 23;
}

function lines(sheet: Sheet, label: string, count: number): void {
  sheet.room(Math.min(count, 4) * 24);
  sheet.doc.fontSize(size.text).fillColor(ink).text(label, margin, sheet.doc.y + 4, { width: 40, lineBreak: false });
  for (let line = 0; line < count; line += 1) {
    sheet.room(24);
    sheet.doc.y += 20;
    sheet.rule(sheet.width - 46, 46);
  }
  sheet.doc.y += 10;
}
