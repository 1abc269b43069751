import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatNames, importItems, sanitise, type FormatName, type ImportResult } from './index.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (content: Uint8Array | string, format: FormatName, path = 'file.xml'): Promise<ImportResult> => importItems([{ path, bytes: typeof content === 'string' ? bytes(content) : content }], format);
const utf16 = (text: string, little: boolean): Uint8Array => Uint8Array.from([...(little ? [0xff, 0xfe] : [0xfe, 0xff]), ...[...text].flatMap((char) => { const code = char.charCodeAt(0); return little ? [code & 255, code >> 8] : [code >> 8, code & 255]; })]);
const quiz = '<quiz><question type="truefalse"><name><text>é</text></name><questiontext format="html"><text>Ok</text></questiontext><answer fraction="100"><text>true</text></answer></question></quiz>';

describe('XML of strangers', () => {
  const entities = '<!DOCTYPE quiz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><quiz>&c;</quiz>';
  test.each<[string, string | Uint8Array, string, RegExp]>([
    ['a bomb of entities', entities, 'xml-doctype', /document type/],
    ['a file of the server', '<!DOCTYPE quiz [<!ENTITY f SYSTEM "file:///etc/passwd">]><quiz>&f;</quiz>', 'xml-doctype', /document type/],
    ['a parameter entity from the network', '<?xml version="1.0"?><!-- --><!DOCTYPE quiz SYSTEM "http://127.0.0.1:9/x.dtd"><quiz/>', 'xml-doctype', /document type/],
    ['an entity that nobody declared', '<quiz>&nope;</quiz>', 'xml-malformed', /not well-formed/],
    ['elements without end inside each other', `${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`, 'xml-too-large', /too many elements inside/],
    ['more elements than anyone needs', `<quiz>${'<a/>'.repeat(500_001)}</quiz>`, 'xml-too-large', /more than 500000 elements/],
    ['no XML', 'hello', 'xml-malformed', /not well-formed/],
    ['nothing', '', 'xml-malformed', /./],
    ['UTF-16 that is declared and not there', '<?xml version="1.0" encoding="UTF-16"?><quiz/>', 'encoding', /has no UTF-16/],
    ['an encoding that nobody reads', '<?xml version="1.0" encoding="EBCDIC-US"?><quiz/>', 'encoding', /not read/],
    ['bytes that are no UTF-8', Uint8Array.from([0x3c, 0x71, 0xff, 0xfe, 0x3e]), 'encoding', /not in UTF-8/],
    ['another root', '<html/>', 'not-moodle-xml', /begins with <html>/],
  ])('%s is refused, and why is said', async (_what, content, code, reason) => {
    const { items, failures } = await read(content, 'moodle-xml');
    expect(items).toEqual([]);
    expect(failures.map((failure) => failure.code)).toEqual([code]);
    expect(failures[0]?.reason).toMatch(reason);
  });

  test('a file that is too large is not looked at', async () => {
    const { failures } = await importItems([{ path: 'big', bytes: new Uint8Array(2_000) }], 'gift', { limits: { bytes: 1_000 } });
    expect(failures.map(({ code }) => code)).toEqual(['too-large']);
  });

  test('UTF-8 with a mark and UTF-16 of both kinds are read', async () => {
    for (const content of [bytes(`\uFEFF${quiz}`), utf16(`<?xml version="1.0" encoding="UTF-16"?>${quiz}`, true), utf16(quiz, false), Uint8Array.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${quiz}`, (char) => char.charCodeAt(0))]) {
      const { items, failures } = await read(content, 'moodle-xml');
      expect(failures).toEqual([]);
      expect(items[0]?.item.id).toBe('e');
    }
  });
});

describe('HTML of strangers', () => {
  test.each<[string, string]>([
    ['<script>alert(1)</script>ok', 'ok'], ['<img src=x onerror=alert(1)>', ''], ['<img src="media/a.svg" onload="x" alt="A">', '<img src="media/a.svg" alt="A">'], ['<img src="media/../x.png">', ''],
    ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'], ['<a href="jav&#x09;ascript:alert(1)">a</a>', '<a>a</a>'], ['<a href="https://a.example/?x=1&y=2">a</a>', '<a href="https://a.example/?x=1&#x26;y=2" target="_blank" rel="noopener noreferrer">a</a>'],
    ['<p style="position:fixed" class="x" onclick="y">t</p>', '<p>t</p>'], ['<svg><script>1</script></svg>a', 'a'], ['<math><mtext><table><mglyph><style><img src=x onerror=1>', ''],
    ['<form><input><button>b</button></form>', 'b'], ['<iframe srcdoc="<script>1</script>"></iframe>', ''], ['<scr<script>ipt>1</script>', 'ipt>1'], ['<b><i>x</b>y</i>', '<b><i>x</i></b><i>y</i>'], ['a & b < c', 'a &#x26; b &#x3C; c'],
    ['<noscript><p title="</noscript><img src=x onerror=1>">', '">'],
  ])('%s', (html, safe) => {
    expect(sanitise(html)).toBe(safe);
  });

  test('whatever comes in, nothing runs in what goes out, and it stays as it is', () => {
    const part = fc.constantFrom('<', '>', '"', "'", '/', '=', 'script', 'svg', 'math', 'a ', 'href', 'javascript:', 'onload', 'img ', 'src', 'p', 'table', 'td', 'style', '<!--', '-->', '<![CDATA[', ']]>', 'x', ' ', '&lt;', '<template>', '<select>', '</');
    fc.assert(fc.property(fc.array(part, { maxLength: 25 }).map((parts) => parts.join('')), (html) => {
      const safe = sanitise(html);
      expect(safe).not.toMatch(/<(script|svg|math|style|template|select|iframe)|<[^>]*\son\w+=|href="javascript/i);
      expect(sanitise(safe)).toBe(safe);
    }), { numRuns: 500 });
  });

  test('a hundred thousand open elements neither stop the server nor come through', () => {
    const started = performance.now();
    sanitise('<div>'.repeat(100_000) + '<b>'.repeat(1_000));
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('the sanitiser of the caller has the last word', async () => {
    const { items } = await importItems([{ path: 'a', bytes: bytes('[html]<b>Q</b> {T#<i>no</i>#yes}') }], 'gift', { sanitise: (html) => html.replaceAll(/<[^>]*>/g, '') });
    expect(items[0]?.item).toMatchObject({ stemHtml: 'Q', feedback: { byChoice: { false: 'no', true: 'yes' } } });
  });
});

test('a picture outside of the package is no picture', async () => {
  const item = (data: string): string => `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="h"><responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse><value>a</value></correctResponse></responseDeclaration><itemBody><hotspotInteraction responseIdentifier="RESPONSE" maxChoices="1"><object data="${data}" width="10" height="10" type="image/png">A</object><hotspotChoice identifier="a" shape="rect" coords="0,0,5,5"/></hotspotInteraction></itemBody></assessmentItem>`;
  for (const path of ['../../etc/passwd.png', 'http://a.example/a.png', '/a.png', 'javascript:alert(1).png', 'a.exe']) expect((await read(item(path), 'qti-2.1')).failures.map(({ code }) => code)).toEqual(['picture-outside']);
  expect((await read(item('a.png'), 'qti-2.1')).items[0]?.item.content).toMatchObject({ image: 'media/a.png' });
});

test('a quotation mark that never closes in a table is told with the line where it opens', async () => {
  expect((await read('stem,correct\nok,1\n"never closed,1\n', 'csv')).failures.map(({ code, line }) => [code, line])).toEqual([['unclosed', 3]]);
});

test.each(formatNames)('%s: no text makes the reader go over it again and again', async (format) => {
  for (const part of ['<!--', '<a', '[tag:', '[id:', '{', '{1:MC:', ' ', '\n ', '=', '~a', '::', '"', '\\', '&', 'A. ', '1', '<question type="cloze"><questiontext><text>']) {
    const started = performance.now();
    await read(`stem,correct\n${part.repeat(400_000 / part.length)}`, format);
    await read(`<quiz><question type="cloze"><questiontext format="html"><text><![CDATA[${part.repeat(400_000 / part.length)}]]></text></questiontext></question></quiz>`, format);
    expect(performance.now() - started).toBeLessThan(8_000);
  }
}, 200_000);

test.each(formatNames)('%s: no bytes at all make the reader throw', async (format) => {
  const words = fc.constantFrom('<quiz>', '</quiz>', '<question type="multichoice">', '<assessmentItem identifier="x">', '<itemBody>', '</', '{', '}', '=', '~', '#', '->', '\n\n', '\n', '::', 'A. x', 'ANSWER: A', 'stem,correct,choice 1', ',', '"', '1', '&', '<!DOCTYPE', '\u0000', '\uE000a\uE001', '__proto__', 'constructor');
  const content = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.array(words, { maxLength: 30 }).map((parts) => bytes(parts.join(''))));
  await fc.assert(fc.asyncProperty(content, async (data) => {
    const { items } = await read(data, format);
    for (const { item } of items) expect(JSON.stringify(item)).not.toMatch(/[\uE000-\uE01F]|<script/);
  }), { numRuns: 200 });
});
