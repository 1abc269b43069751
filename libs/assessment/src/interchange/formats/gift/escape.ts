import { withoutMarks } from '../../texts.js';

// Characters of the private area stand for escaped ones while a question is taken apart; a file's own are left out first.
const special = ['\\', '~', '=', '#', '{', '}', ':', 'n'] as const;
const markOf = (index: number): string => String.fromCharCode(0xe010 + index);

/** A text as it stands in GIFT. */
export function escapedGift(text: string): string {
  return text.replaceAll(/[\\~=#{}:]/g, (char) => `\\${char}`).replaceAll('\n', '\\n').replaceAll('->', '-&gt;');
}

/** The same for plain text, where an arrow can't be written as an entity. */
export function escapedPlain(text: string): string {
  return text.replaceAll(/[\\~=#{}:]/g, (char) => `\\${char}`).replaceAll('\n', '\\n');
}

/** Escaped characters as marks, so that what is left of `~=#{}:` is syntax. */
export function marked(text: string): string {
  return withoutMarks(text).replaceAll(/\\([\\~=#{}:n])/g, (_, char: (typeof special)[number]) => markOf(special.indexOf(char)));
}

/** The text that marks stand in. */
export function unmarked(text: string): string {
  return text.replaceAll(/[\uE010-\uE017]/g, (mark) => {
    const char = special[mark.charCodeAt(0) - 0xe010] ?? '';
    return char === 'n' ? '\n' : char;
  });
}

/** A value inside `[tag:…]` of a comment. */
export function escapedTag(text: string): string {
  return text.replaceAll(/[[\]\\%\n\t]|(?<= ) /g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
export function unescapedTag(text: string): string {
  return text.replaceAll(/%(5B|5D|5C|25|20|09|0A)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))).replaceAll('\\]', ']');
}
