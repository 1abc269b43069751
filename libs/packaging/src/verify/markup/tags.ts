/** A tag of an XML or HTML text, with the places of everything in it. */
export interface Tag {
  kind: 'open' | 'empty' | 'close';
  /** as written in XML; in small letters in HTML */
  name: string;
  attributes: TagAttribute[];
  offset: number;
  /** after the `>` */
  end: number;
  /** HTML only: what a script or style element holds */
  raw: string | null;
}
export interface TagAttribute { name: string; /** as written: entities are not replaced */ value: string; offset: number; valueOffset: number }

const name = /[^\s"'<>/=]+/y;
const attribute = /\s*([^\s"'<>/=]+)(?:(\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/y;
const rawElements = new Set(['script', 'style', 'textarea', 'title']);

/**
 * The tags of a text in order. It reads anything without failing, in time that grows with its length alone: whether
 * XML is well-formed is for a parser to say. Comments, CDATA and processing instructions are passed over.
 */
export function* tagsOf(text: string, { html }: { html: boolean }): Generator<Tag> {
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const skipped = afterOther(text, at);
    if (skipped !== null) {
      at = skipped;
      continue;
    }
    const tag = tagAt(text, at, html);
    if (tag === null) {
      at += 1;
      continue;
    }
    at = tag.end;
    if (html && tag.kind === 'open' && rawElements.has(tag.name)) {
      const close = new RegExp(`</${tag.name}`, 'gi');
      close.lastIndex = tag.end;
      const end = close.exec(text)?.index ?? text.length;
      tag.raw = text.slice(tag.end, end);
      at = end;
    }
    yield tag;
  }
}

/** Where the text goes on after a comment, CDATA section, declaration or instruction that begins here; null for a tag. */
function afterOther(text: string, at: number): number | null {
  const ends: [string, string][] = [['<!--', '-->'], ['<![CDATA[', ']]>'], ['<?', '?>'], ['<!', '>']];
  for (const [start, end] of ends) {
    if (!text.startsWith(start, at)) continue;
    const found = text.indexOf(end, at + start.length);
    return found === -1 ? text.length : found + end.length;
  }
  return null;
}

function tagAt(text: string, offset: number, html: boolean): Tag | null {
  const closing = text[offset + 1] === '/';
  name.lastIndex = offset + (closing ? 2 : 1);
  const found = name.exec(text)?.[0];
  if (found === undefined) return null;
  const attributes: TagAttribute[] = [];
  let at = name.lastIndex;
  let empty = false;
  while (at < text.length && text[at] !== '>' && text[at] !== '<') {
    attribute.lastIndex = at;
    const match = attribute.exec(text);
    if (match === null) {
      empty = text[at] === '/';
      at += 1;
      continue;
    }
    const value = match[3] ?? match[4] ?? match[5] ?? '';
    const start = at + match[0].indexOf(match[1] ?? '');
    at = attribute.lastIndex;
    empty = false;
    attributes.push({ name: html ? (match[1] ?? '').toLowerCase() : match[1] ?? '', value, offset: start, valueOffset: at - value.length - (match[5] === undefined ? 1 : 0) });
  }
  return { kind: closing ? 'close' : empty ? 'empty' : 'open', name: html ? found.toLowerCase() : found, attributes, offset, end: text[at] === '>' ? at + 1 : at, raw: null };
}
