import { type CertificateFacts, dayInWords, hoursInWords, licenceInWords } from '../certificate-facts.js';
import { type Design, filled } from '../template/design.js';
import { type Face, linesOf, type Mark, type Measure, type Sheet } from './marks.js';

/** A certificate with what its paper shows besides what it says. */
export interface Printed {
  facts: CertificateFacts; design: Design; awardedOn: string; expiresOn: string | null;
  /** where anybody may check it, and that address as a QR code */
  address: string; code: boolean[][];
  pictures: ReadonlyMap<string, { width: number; height: number }>;
}
type Text = { role?: 'H1' | 'P'; size: number; least?: number; most?: number; face?: Face; colour?: string; gap: number };

const papers = { A4: { width: 841.89, height: 595.28 }, LETTER: { width: 792, height: 612 } };
const quiet = '#444444';
const margin = 54;
const foot = 118;

/** Where everything stands. A text too long for its place is set smaller, down to what can still be read; what a person said is never cut. */
export function layOut({ facts, design, awardedOn, expiresOn, address, code, pictures }: Printed, measure: Measure): Sheet {
  const { width, height } = papers[design.paper];
  const values = {
    name: facts.learner, course: facts.course, version: String(facts.version), hours: facts.hours === null ? '' : hoursInWords(facts.hours), date: dayInWords(awardedOn), organisation: facts.organisation,
    cohort: facts.cohort ?? '', licence: facts.licence === null ? '' : licenceInWords(facts.licence),
  };
  const marks: Mark[] = frames(design, width, height);
  const column = width - 2 * (margin + 26);
  const left = (width - column) / 2;
  const text = (says: string, { role = 'P', size, least = size, most = Number.POSITIVE_INFINITY, face = 'regular', colour = design.colour, gap }: Text, y: number): number => {
    if (says.trim() === '') return y;
    let at = size;
    let lines = linesOf(says, column, (part) => measure(part, face, at));
    while (lines.length > most && at > least) { at -= 0.5; lines = linesOf(says, column, (part) => measure(part, face, at)); }
    marks.push({ kind: 'text', role, lines, x: left, y, width: column, size: at, lineHeight: at * 1.28, face, colour, align: 'center' });
    return y + lines.length * at * 1.28 + gap;
  };
  let y = margin + 10;
  const logo = placed(design.logo, pictures, 220, 58);
  if (logo !== null) {
    marks.push({ kind: 'picture', id: logo.id, alt: design.logoAlt === '' ? `Logo of ${facts.organisation}` : design.logoAlt, x: (width - logo.width) / 2, y, width: logo.width, height: logo.height });
    y += logo.height + 12;
  } else y = text(facts.organisation, { size: 15, least: 9, most: 2, face: 'bold', colour: design.accent, gap: 16 }, y);
  y = text(filled(design.heading, values), { role: 'H1', size: 32, least: 16, most: 2, face: 'bold', gap: 12 }, y);
  y = text(filled(design.above, values), { size: 13, least: 9, most: 2, colour: quiet, gap: 6 }, y);
  y = text(facts.learner, { size: 34, least: 12, most: 2, face: 'bold', colour: design.accent, gap: 6 }, y);
  if (values.licence !== '') y = text(`Licence ${values.licence}`, { size: 11, least: 8, most: 2, colour: quiet, gap: 6 }, y);
  y = text(filled(design.below, values), { size: 15, least: 8, most: 4, gap: 8 }, y);
  const details = [
    facts.hours === null ? '' : `${hoursInWords(facts.hours)}${facts.accreditation === null ? '' : ' of continuing education'}`, dayInWords(awardedOn), expiresOn === null ? '' : `valid until ${dayInWords(expiresOn)}`, `version ${facts.version}`,
  ];
  y = text(details.filter((part) => part !== '').join('  ·  '), { size: 12, least: 8, most: 2, face: 'bold', gap: 8 }, y);
  y = accreditation(facts, height - margin - foot - y, text, y);
  lower(marks, Math.min(60, Math.max(0, (height - margin - foot - y) * 0.45)));
  atFoot(marks, { design, address, code, values, pictures, width, height, measure });
  return { width, height, marks };
}

/** The statement in a size in which it fits above the foot, at least 6 points. */
function accreditation({ accreditation: body }: CertificateFacts, room: number, text: (says: string, how: Text, y: number) => number, y: number): number {
  if (body === null) return y;
  const says = [body.statement, [body.body, body.providerNumber === '' ? '' : `provider ${body.providerNumber}`].filter((part) => part !== '').join(', ')].filter((part) => part !== '').join('\n');
  return text(says, { size: 9.5, least: 6, most: Math.max(2, Math.floor(room / (8 * 1.28))), colour: quiet, gap: 0 }, y);
}

/** What is written is set lower where there is room, so that a short certificate isn't all at the top. */
function lower(marks: readonly Mark[], by: number): void {
  for (const mark of marks) if (mark.kind !== 'frame') mark.y += by;
}

interface Foot extends Omit<Printed, 'awardedOn' | 'expiresOn' | 'facts'> { values: Parameters<typeof filled>[1]; width: number; height: number; measure: Measure }
/** Who signs on the left, the code and the address on the right. */
function atFoot(marks: Mark[], { design, address, code, values, pictures, width, height, measure }: Foot): void {
  const bottom = height - margin - 12;
  const small = (says: string, x: number, y: number, wide: number, align: 'left' | 'right', face: Face = 'regular', size = 9): number => {
    if (says === '') return y;
    const lines = linesOf(says, wide, (part) => measure(part, face, size));
    marks.push({ kind: 'text', role: 'P', lines, x, y, width: wide, size, lineHeight: size * 1.25, face, colour: face === 'bold' ? design.colour : quiet, align });
    return y + lines.length * size * 1.25;
  };
  const x = margin + 26;
  const signing = 230;
  if (design.signatory !== '') {
    const signature = placed(design.signature, pictures, 180, 46);
    if (signature !== null) marks.push({ kind: 'picture', id: signature.id, alt: `Signature of ${design.signatory}`, x, y: bottom - 44 - signature.height, width: signature.width, height: signature.height });
    marks.push({ kind: 'line', x, y: bottom - 40, width: signing, colour: design.colour });
    small(design.signatoryTitle, x, small(design.signatory, x, bottom - 35, signing, 'left', 'bold', 10.5), signing, 'left');
  }
  const side = 78;
  const codeX = width - margin - 26 - side;
  marks.push({ kind: 'code', alt: `QR code that leads to ${address}`, modules: code, x: codeX, y: bottom - side, size: side });
  const wide = 236;
  small(address, codeX - wide - 10, small('Check this certificate at', codeX - wide - 10, bottom - 38, wide, 'right', 'regular', 8), wide, 'right', 'regular', 7.5);
  const footer = filled(design.footer, values);
  const middle = codeX - wide - 20 - (x + signing + 10);
  if (footer !== '' && middle > 60) small(footer, x + signing + 10, bottom - 35, middle, 'left', 'regular', 7.5);
}

function frames({ border, accent }: Design, width: number, height: number): Mark[] {
  if (border === 'NONE') return [];
  const frame = (inset: number, line: number): Mark => ({ kind: 'frame', x: inset, y: inset, width: width - 2 * inset, height: height - 2 * inset, line, colour: accent });
  return border === 'LINE' ? [frame(30, 1.6)] : [frame(26, 2.4), frame(33, 0.8)];
}

/** A picture's size where it must fit into a box. */
function placed(id: string | null, pictures: Printed['pictures'], most: number, high: number): { id: string; width: number; height: number } | null {
  const picture = id === null ? undefined : pictures.get(id);
  if (id === null || picture === undefined) return null;
  const scale = Math.min(most / picture.width, high / picture.height, 1);
  return { id, width: picture.width * scale, height: picture.height * scale };
}
