import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { credentialsErrors } from '../errors.js';
import type { Face, Measure } from './marks.js';
import { otherFonts } from './fonts.js';
import { unpackedFont } from './unpacked-font.js';
import { visualRuns } from './visual-runs.js';

type Doc = InstanceType<typeof PDFDocument>;
export interface DocumentOptions { paper: 'A4' | 'LETTER'; title: string; author: string; subject: string; language: string; made: Date; /** PAPER_FONT */ fonts: readonly string[]; landscape?: boolean }

const require = createRequire(import.meta.url);
const fontFile = (name: string): Buffer => unpackedFont(require.resolve(`roboto-fontface/fonts/roboto/${name}.woff`));
const fonts: Record<Face, Buffer> = { regular: fontFile('Roboto-Regular'), bold: fontFile('Roboto-Bold') };
/** A tagged PDF (ISO 14289-1) whose fonts are embedded: Roboto, and for scripts that it lacks what else is to be had (`otherFonts`). */
export class CertificateDocument {
  readonly doc: Doc;
  readonly #chunks: Buffer[] = [];
  readonly #known = new Map<string, boolean>();
  #registered: string[] | null = null;
  readonly #ended: Promise<void>;

  constructor(private readonly options: DocumentOptions) {
    const { paper, title, author, subject, language, made, landscape = true } = options;
    this.doc = new PDFDocument({
      size: paper, layout: landscape ? 'landscape' : 'portrait', margin: 0, tagged: true, lang: language, displayTitle: true, pdfVersion: '1.7', subset: 'PDF/UA' as never,
      info: { Title: title, Author: author, Subject: subject, Producer: 'Preceptor', Creator: 'Preceptor', CreationDate: made, ModDate: made }, font: fonts.regular as never,
    });
    for (const face of ['regular', 'bold'] as const) this.doc.registerFont(face, fonts[face]);
    this.doc.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    this.#ended = new Promise((resolve, reject) => { this.doc.on('end', resolve); this.doc.on('error', reject); });
  }

  /** Prints a line from `x` on, each letter in the font that has it and each script in its direction. */
  line(text: string, face: Face, size: number, colour: string, x: number, y: number): void {
    let at = x;
    for (const { text: part, font } of this.#pieces(text, face)) {
      this.doc.font(font).fontSize(size).fillColor(colour).text(part, at, y, { lineBreak: false, features });
      at += this.doc.widthOfString(part, { features });
    }
  }

  readonly measure: Measure = (text, face, size) => this.#pieces(text, face).reduce((sum, { text: part, font }) => sum + this.doc.font(font).fontSize(size).widthOfString(part, { features }), 0);

  /** What stands from left to right, each with the font that prints it. Throws UNPRINTABLE where none can: a box in the place of a letter would be a wrong certificate. */
  #pieces(text: string, face: Face): { text: string; font: string }[] {
    return visualRuns(text).flatMap(({ text: run, rtl }) => {
      const pieces: { text: string; font: string }[] = [];
      const whole = [face, ...this.#others()].find((font) => [...run].every((letter) => this.#has(font, letter)));
      if (whole !== undefined) return [{ text: run, font: whole }];
      for (const letter of run) {
        // A letter stays in the font of the one before where that has it: so that words are not broken at their spaces.
        const last = pieces.at(-1);
        const font = last !== undefined && this.#has(last.font, letter) ? last.font : [face, ...this.#others()].find((one) => this.#has(one, letter));
        if (font === undefined) throw unprintable(run, [...run].filter((each) => ![face, ...this.#others()].some((one) => this.#has(one, each))));
        if (last !== undefined && last.font === font) last.text += letter;
        else pieces.push({ text: letter, font });
      }
      return rtl ? pieces.toReversed() : pieces;
    });
  }

  /** Fonts beyond Roboto, registered when the first letter is missing. */
  #others(): string[] {
    this.#registered ??= otherFonts(this.options.fonts).map(({ bytes, family }, index) => {
      this.doc.registerFont(`other${index}`, bytes, family ?? undefined);
      return `other${index}`;
    });
    return this.#registered;
  }

  #has(font: string, letter: string): boolean {
    const key = `${font} ${letter}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const has = hasGlyph(this.doc.font(font), letter);
    this.#known.set(key, has);
    return has;
  }

  async bytes(): Promise<Buffer> {
    this.doc.end();
    await this.#ended;
    return Buffer.concat(this.#chunks);
  }
}

/** Asked for by name, so that pdfkit hands fontkit a whole run: it lays out word by word else, and words that run from right to left come in the wrong order. */
const features = ['kern', 'liga'] as never;

const unprintable = (text: string, lacking: readonly string[]): Error => credentialsErrors.UNPRINTABLE({
  says: `No font of this server can print ${[...new Set(lacking)].slice(0, 10).map((letter) => `“${letter}”`).join(', ')} in “${text.slice(0, 80)}”. Whoever runs it can name one that does: PAPER_FONT, see docs/operators.md. The certificate is valid: its page shows it.`,
});

/** pdfkit keeps the font of fontkit that it reads, and says nothing of it. */
function hasGlyph(doc: Doc, letter: string): boolean {
  const { font } = (doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })._font;
  return /\s/.test(letter) || font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
}
