import { plainText } from '@preceptor/assessment';

/** What a question shows besides words: a picture by its path, with what it is said to show. */
export type Piece = { text: string } | { picture: string; alt: string };

/** HTML as what paper shows: paragraphs, lines of lists, and pictures where they stand. Other markup is printed as its words. */
export function piecesOf(html: string): Piece[] {
  return html.split(/(<img\b[^>]*>)/i).flatMap((part): Piece[] => {
    if (/^<img\b/i.test(part)) return [{ picture: attribute(part, 'src'), alt: plainText(attribute(part, 'alt')) }];
    const text = part.replaceAll(/<li\b[^>]*>/gi, '\n• ').replaceAll(/<\/(?:td|th)>\s*(?=<t[dh])/gi, ' | ').replaceAll(/<br\b[^>]*>|<\/(?:p|li|tr|h\d|div|dt|dd|blockquote|pre|figcaption)>/gi, '\n');
    const lines = text.split(/\n/).map((line) => plainText(line).trim()).filter((line) => line !== '');
    return lines.length === 0 ? [] : [{ text: lines.join('\n') }];
  });
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1] ?? '';
}

/** Windows-1252 beyond ASCII and Latin-1: what the fonts that every reader of PDF has can show (PDF 32000-1, annex D). */
const beyond = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

/** Characters that those fonts can't show, each once. */
export function foreignTo(text: string): string[] {
  return [...new Set(text.normalize('NFC'))].filter((char) => { const code = char.codePointAt(0) ?? 0; return code > 0xff && !beyond.includes(char); });
}
