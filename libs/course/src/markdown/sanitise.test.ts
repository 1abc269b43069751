import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { render } from '../testing/render.js';

describe('raw HTML', () => {
  test.each([
    ['<script>alert(1)</script>', 'PRE0320'],
    ['<b onclick="alert(1)">x</b>', 'PRE0322'],
    ['<a href="javascript:alert(1)">x</a>', 'PRE0323'],
    ['<a href=" &#106;avascript:alert(1)">x</a>', 'PRE0323'],
    ['<img src="https://example.org/x.png" alt="x">', 'PRE0324'],
    ['<img src="//example.org/x.png" alt="x">', 'PRE0324'],
    ['<img src=x onerror=alert(1) alt=x>', 'PRE0322'],
    ['<img src="media/a.svg" srcset="https://example.org/x.png" alt="x">', 'PRE0321'],
    ['<iframe src="https://example.org"></iframe>', 'PRE0320'],
    ['<svg><script>alert(1)</script></svg>', 'PRE0320'],
    ['<math><mi xlink:href="javascript:x">x</mi></math>', 'PRE0320'],
    ['<style>@import url(https://example.org)</style>', 'PRE0320'],
    ['<p style="background:url(https://example.org)">x</p>', 'PRE0321'],
    ['<form action="https://example.org"><input name="x"></form>', 'PRE0320'],
    ['<object data="x"></object>', 'PRE0320'],
    ['<base href="https://example.org">', 'PRE0320'],
    ['<meta http-equiv="refresh" content="0;url=https://example.org">', 'PRE0320'],
    ['<link rel="stylesheet" href="https://example.org">', 'PRE0320'],
    ['<video src="https://example.org/x.mp4"></video>', 'PRE0320'],
    ['<div id="root" class="x">x</div>', 'PRE0321'],
    ['<div data-check="c1">x</div>', 'PRE0321'],
    ['<button data-term="t">x</button>', 'PRE0320'],
    ['<table background="https://example.org/x.png"><tr><td>x</td></tr></table>', 'PRE0321'],
  ])('%s is made safe, with a diagnostic at its place', (html, code) => {
    const result = render(`First.\n\n${html}\n\nLast.`, ['a.svg']);
    expect(result.codes).toContain(code);
    expect(result.diagnostics.find((each) => each.code === code)).toMatchObject({ line: 3 });
    expect(result.html).not.toMatch(/script|on[a-z]+=|javascript:|example\.org|data-check|style|id=/i);
    expect(result.html).toContain('<p>Last.</p>');
  });

  test('of plain structure is kept as it is, without a word', () => {
    const { html, codes } = render('H<sub>2</sub>O, <abbr title="World">W</abbr>, <kbd>x</kbd>\n\n<details open><summary>More</summary>\n\nText.\n\n</details>');
    expect(html).toContain('H<sub>2</sub>O, <abbr title="World">W</abbr>, <kbd>x</kbd>');
    expect(html).toMatch(/<details open><summary>More<\/summary>\s*<p>Text\.<\/p>\s*<\/details>/);
    expect(codes).toEqual([]);
  });

  test('beside directives leaves what the compiler made of them', () => {
    const { html } = render('<b>x</b>\n\n::check{item="c1"}\n\nAsk :term[her]{#p}.\n\n![Box](media/a.svg)\n\n:::vignette{title="T"}\n<i>y</i>\n:::\n\nn[^1]\n\n[^1]: N <u>o</u> te.', ['a.svg']);
    expect(html).toContain('<div data-check="c1"></div>');
    expect(html).toContain('<button type="button" data-term="p">her</button>');
    expect(html).toContain('<img src="media/a.svg" alt="Box" width="40" height="30">');
    expect(html).toContain('data-kind="vignette"');
    expect(html).toContain('id="l-fnref-1"');
    expect(html).not.toContain('data-own');
  });

  test('cannot pass itself off as made by the compiler', () => {
    expect(render('<div data-own="own-0-0">x</div>\n\n::check{item="c1"}').html).toBe('<div>x</div>\n<div data-check="c1"></div>');
  });

  test('in a reflection is sanitised too', () => {
    expect(render(':::reflection{#r}\n<b onclick="x">Why?</b>\n:::').task.reflections[0]?.promptHtml).toBe('<p><b>Why?</b></p>');
  });

  test('that is not closed does not swallow what follows', () => {
    expect(render('<b>open\n\nnext\n\n::check{item="c1"}').html).toContain('data-check="c1"');
    expect(render('<textarea>\n\nnext').html).not.toContain('textarea');
  });
});

test('whatever an author writes, nothing in it runs or fetches', () => {
  const piece = fc.constantFrom('<', '>', '</', '"', "'", '=', ' ', '\n', '\n\n', '&', ';', '`', '*', '[', ']', '(', ')', '!', ':', '::', ':::', '{', '}', '#',
    'script', 'img', 'svg', 'a', 'b', 'div', 'iframe', 'style', 'math', 'title', 'onerror', 'onload', 'src', 'href', 'javascript:alert(1)', 'https://evil.example/x', '//evil.example', 'data:text/html,x',
    'check', 'vignette', 'term', 'panel', 'item="x"', 'x', '<!--', '-->', '<![CDATA[', ']]>', '&lt;', '&#106;', '\u0000', '<script>', '</script>', '<img src=x onerror=alert(1)>', '<svg onload=alert(1)>', '<a href=javascript:alert(1)>');
  fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
    const { html } = render(pieces.join(''), ['a.svg']);
    const tags = html.match(/<[a-z][^>]*>/gi) ?? [];
    for (const tag of tags) {
      expect(tag).not.toMatch(/^<(?:script|svg|math|iframe|style|title|object|embed|form|input|link|meta|base|textarea)\b/i);
      const bare = tag.replace(/"[^"]*"/g, '""');
      expect(bare).not.toMatch(/\son[a-z]+\s*=/i);
      expect(tag).not.toMatch(/\s(?:href|src)="\s*(?:javascript|data|vbscript):/i);
      expect(tag).not.toMatch(/\ssrc="(?!media\/)/i);
    }
  }), { numRuns: 600 });
});
