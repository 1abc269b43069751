import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { credentialsErrors } from '../errors.js';
import type { Face, Measure } from './marks.js';
import { unpackedFont } from './unpacked-font.js';

type Doc = InstanceType<typeof PDFDocument>;
export interface DocumentOptions { paper: 'A4' | 'LETTER'; title: string; author: string; subject: string; language: string; made: Date; /** PAPER_FONT */ font: string | null; landscape?: boolean }

const require = createRequire(import.meta.url);
const fontFile = (name: string): Buffer => unpackedFont(require.resolve(`roboto-fontface/fonts/roboto/${name}.woff`));
const fonts: Record<Face, Buffer> = { regular: fontFile('Roboto-Regular'), bold: fontFile('Roboto-Bold') };
/** Hebrew, Arabic and their kin: what is written from right to left. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/;

/** A tagged PDF (ISO 14289-1) whose fonts are embedded: Roboto, and for scripts that it lacks whatever PAPER_FONT names. */
export class CertificateDocument {
  readonly doc: Doc;
  readonly #chunks: Buffer[] = [];
  readonly #ended: Promise<void>;

  constructor(private readonly options: DocumentOptions) {
    const { paper, title, author, subject, language, made, landscape = true } = options;
    this.doc = new PDFDocument({
      size: paper, layout: landscape ? 'landscape' : 'portrait', margin: 0, tagged: true, lang: language, displayTitle: true, pdfVersion: '1.7', subset: 'PDF/UA' as never,
      info: { Title: title, Author: author, Subject: subject, Producer: 'Preceptor', Creator: 'Preceptor', CreationDate: made, ModDate: made }, font: fonts.regular as never,
    });
    for (const face of ['regular', 'bold'] as const) this.doc.registerFont(face, fonts[face]);
    if (options.font !== null) this.doc.registerFont('other', options.font);
    this.doc.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    this.#ended = new Promise((resolve, reject) => { this.doc.on('end', resolve); this.doc.on('error', reject); });
  }

  /** Makes the font that can print the text current. Throws UNPRINTABLE where none can: a box in the place of a letter would be a wrong certificate. */
  use(text: string, face: Face, size: number): Doc {
    const letters = [...new Set(text)];
    const missing = letters.filter((letter) => !hasGlyph(this.doc.font(face), letter));
    if (missing.length === 0) return this.doc.font(face).fontSize(size);
    if (rightToLeft.test(text)) throw credentialsErrors.UNPRINTABLE({ says: `“${text.slice(0, 80)}” is written from right to left, which can't be printed yet. The certificate is valid: its page shows it.` });
    const lacking = this.options.font === null ? missing : letters.filter((letter) => !hasGlyph(this.doc.font('other'), letter));
    if (lacking.length > 0) throw credentialsErrors.UNPRINTABLE({ says: `No font of this server can print ${lacking.slice(0, 10).map((letter) => `“${letter}”`).join(', ')}. Whoever runs it can name one that does: PAPER_FONT, see docs/operators.md. The certificate is valid: its page shows it.` });
    return this.doc.font('other').fontSize(size);
  }

  readonly measure: Measure = (text, face, size) => this.use(text, face, size).widthOfString(text);

  async bytes(): Promise<Buffer> {
    this.doc.end();
    await this.#ended;
    return Buffer.concat(this.#chunks);
  }
}

/** pdfkit keeps the font of fontkit that it reads, and says nothing of it. */
function hasGlyph(doc: Doc, letter: string): boolean {
  const { font } = (doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })._font;
  return /\s/.test(letter) || font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
}
