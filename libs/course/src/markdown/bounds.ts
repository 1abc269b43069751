import type { Nodes } from 'mdast';

/** Most quotations, lists and directives in each other. */
export const maxNesting = 32;
/** Most characters between two empty lines. The parser's cost grows with the square of it. */
export const maxParagraph = 32_000;
/** Most lines of a text, and of what stands between two empty lines. */
const maxLines = 4_000;
const maxParagraphLines = 500;
/** Most tags of raw HTML in a text. */
const maxTags = 600;
const maxTreeDepth = 200;
const maxFence = 16;
/** Most brackets, asterisks and the like in one paragraph, each of which may open or close something. */
const maxMarks = 2_000;

export interface BoundProblem { name: 'markdown-too-deep' | 'paragraph-too-long'; offset: number; message: string }

/** Finds text that no author writes and that would keep a Markdown parser busy for very long, before it is parsed. */
export function findUnbounded(text: string): BoundProblem | null {
  const tag = nthTag(text, maxTags + 1);
  if (tag !== null) return { name: 'paragraph-too-long', offset: tag, message: `The text has more than ${maxTags} tags of raw HTML.` };
  let paragraphStart = 0;
  let marks = 0;
  let lines = 0;
  let paragraphLines = 0;
  let openDirectives = 0;
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    if (end - start > maxParagraph) return tooLong(start);
    const line = text.slice(start, end);
    lines += 1;
    if (lines > maxLines) return { name: 'paragraph-too-long', offset: start, message: `The text has more than ${maxLines.toLocaleString('en')} lines.` };
    if (/^[ \t>]*:{3,}[A-Za-z]/.test(line)) openDirectives += 1;
    else if (/^[ \t>]*:{3,}[ \t]*$/.test(line)) openDirectives = Math.max(0, openDirectives - 1);
    if (openDirectives > maxNesting || nesting(line) > maxNesting || /^[ \t>]*:{17}/.test(line)) {
      return { name: 'markdown-too-deep', offset: start, message: `Quotations, lists or directives stand in each other more than ${maxNesting} deep here, or a fence has more than ${maxFence} colons.` };
    }
    if (isBlank(line)) {
      paragraphStart = end + 1;
      paragraphLines = 0;
      marks = 0;
    } else {
      marks += countMarks(line);
      paragraphLines += 1;
      if (paragraphLines > maxParagraphLines || end - paragraphStart > maxParagraph || marks > maxMarks) return tooLong(paragraphStart);
    }
    start = end + 1;
  }
  return null;
}

/** Whether a parsed tree is deeper than the later stages, which recurse, may follow. */
export function isTooDeep(tree: Nodes): boolean {
  let level: Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxTreeDepth) return true;
    level = level.flatMap((node) => ('children' in node ? node.children as Nodes[] : []));
  }
  return false;
}

function tooLong(offset: number): BoundProblem {
  return { name: 'paragraph-too-long', offset, message: `The paragraph that begins here has more than ${maxParagraph.toLocaleString('en')} characters, ${maxParagraphLines} lines or ${maxMarks.toLocaleString('en')} marks.` };
}

function nthTag(text: string, n: number): number | null {
  const tags = /<[a-z/!?]/gi;
  for (let count = 0; count < n; count += 1) if (tags.exec(text) === null) return null;
  return tags.lastIndex - 2;
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}

/** Containers that a line opens or continues: its markers, and two columns of indentation for each list around them. */
function nesting(line: string): number {
  let containers = 0;
  let columns = 0;
  let at = 0;
  for (;;) {
    const character = line[at];
    if (character === ' ' || character === '\t') {
      columns += character === '\t' ? 4 : 1;
      at += 1;
    } else if (character === '>') {
      containers += 1;
      at += 1;
    } else {
      const marker = /^(?:[-*+:]|\d{1,9}[.)])(?=[ \t])/.exec(line.slice(at, at + 11));
      if (marker === null) break;
      containers += 1;
      at += marker[0].length;
    }
  }
  return containers === 0 ? 0 : containers + Math.floor(columns / 4);
}

function countMarks(line: string): number {
  let count = 0;
  for (let index = 0; index < line.length; index += 1) {
    const character = line.charCodeAt(index);
    // * _ [ ] ` ~ < $
    if (character === 42 || character === 95 || character === 91 || character === 93 || character === 96 || character === 126 || character === 60 || character === 36) count += 1;
  }
  return count;
}
