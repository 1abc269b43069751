import { describe, expect, test } from '@jest/globals';
import { render } from '../testing/render.js';
import { countWords, minutesOf } from './text.js';

describe('what teaching needs', () => {
  test('a vignette says by its data that it is one, and shows its title', () => {
    expect(render(':::vignette{title="A first call"}\nShe calls.\n:::').html)
      .toBe('<section class="vignette" data-kind="vignette"><p class="vignette-title">A first call</p>\n<p>She calls.</p>\n</section>');
  });

  test('a key point and a caution are sections of their kind', () => {
    expect(render(':::key-point\nThis.\n:::').html).toBe('<section class="key-point" data-kind="key-point">\n<p>This.</p>\n</section>');
    expect(render(':::caution\nThat.\n:::').html).toBe('<section class="caution" data-kind="caution">\n<p>That.</p>\n</section>');
  });

  test('a reflection leaves a place in the text and gives its prompt apart', () => {
    const { html, task } = render(':::reflection{#why}\nWhy **you**?\n:::');
    expect(html).toBe('<div data-reflection="why"></div>');
    expect(task.reflections).toEqual([expect.objectContaining({ id: 'why', promptHtml: '<p>Why <strong>you</strong>?</p>' })]);
  });

  test('a check leaves a place in the text', () => {
    const { html, task } = render('::check{item="c1"}');
    expect(html).toBe('<div data-check="c1"></div>');
    expect(task.checks.map((check) => check.id)).toEqual(['c1']);
  });

  test('a glossary term is a button within its sentence, in short texts too', () => {
    const expected = '<p>Ask <button type="button" data-term="prescriber">a prescriber</button>.</p>';
    expect(render('Ask :term[a prescriber]{#prescriber}.').html).toBe(expected);
    expect(render('Ask :term[a prescriber]{#prescriber}.', [], 'field').html).toBe(expected);
  });

  test('a figure has picture, size, text alternative and caption', () => {
    expect(render(':::figure{src="media/a.svg" alt="Two boxes"}\nA caption.\n:::', ['a.svg']).html)
      .toBe('<figure class="figure" data-kind="figure"><img src="media/a.svg" alt="Two boxes" width="40" height="30"><figcaption>\n<p>A caption.</p>\n</figcaption></figure>');
  });

  test('sound comes with its transcript, folded', () => {
    expect(render(':::audio{src="media/a.mp3" title="A talk"}\nHello.\n:::', ['a.mp3']).html)
      .toBe('<figure class="audio" data-kind="audio"><audio controls preload="none" src="media/a.mp3" aria-label="A talk"></audio><figcaption>A talk</figcaption><details data-kind="transcript"><summary data-word="transcript"></summary>\n<p>Hello.</p>\n</details></figure>');
  });

  test('a video comes with captions in the language of the course', () => {
    expect(render(':::video{src="media/a.mp4" captions="media/a.vtt"}\n:::', ['a.mp4', 'a.vtt']).html)
      .toBe('<figure class="video" data-kind="video"><video controls preload="none" src="media/a.mp4"><track kind="captions" src="media/a.vtt" srclang="en" default></video></figure>');
  });

  test('an accordion and tabs are details that work without a script; the first tab is open', () => {
    const panels = ':::panel{title="One"}\n1\n:::\n\n:::panel{title="Two"}\n2\n:::';
    expect(render(`::::accordion\n${panels}\n::::`).html).toContain('<div class="accordion" data-kind="accordion">\n<details class="panel"><summary>One</summary>\n<p>1</p>\n</details>');
    const tabs = render(`::::tabs\n${panels}\n::::`).html;
    expect(tabs.match(/<details class="panel" open>/g)).toHaveLength(1);
    expect(tabs.indexOf('open')).toBeLessThan(tabs.indexOf('One'));
  });

  test('tables, footnotes, strikethrough and definition lists are read', () => {
    const { html, codes } = render('| a | b |\n| - | - |\n| 1 | 2 |\n\nOne[^n] ~~two~~.\n\n[^n]: A note.\n\nTerm\n: What it means.');
    expect(html).toContain('<div class="table" data-kind="table"><table>');
    expect(html).toContain('<del>two</del>');
    expect(html).toMatch(/<dl>\s*<dt>Term<\/dt>\s*<dd>What it means\.\s*<\/dd>\s*<\/dl>/);
    expect(html).toContain('<a href="#l-fn-n" id="l-fnref-n" data-kind="footnote">1</a>');
    expect(html).toContain('<section class="footnotes" data-kind="footnotes">');
    expect(html).not.toMatch(/Footnotes|Back to/);
    expect(codes).toEqual([]);
  });
});

describe('prose with colons', () => {
  test.each(['At 10:30 sharp.', 'See note:this one.', 'A ratio of 3:1, b:c and :d.', 'https://example.org:80/x'])('%s stays prose', (prose) => {
    const { text, codes } = render(prose);
    expect(text).toBe(prose);
    expect(codes).toEqual([]);
  });
});

describe('what is wrong', () => {
  test('is told all at once, each at its place', () => {
    const { diagnostics } = render('# One\n\n:::vignete\nA.\n:::\n\n![](media/a.svg)\n\n[x](javascript:y)\n', ['a.svg']);
    expect(diagnostics.map((each) => `${each.code}:${each.line}`).sort()).toEqual(['PRE0303:1', 'PRE0305:3', 'PRE0323:9', 'PRE0401:7']);
  });

  test('suggests what may have been meant', () => {
    expect(render(':::vignete\nA.\n:::').diagnostics[0]?.help).toBe('Did you mean "vignette"?');
    expect(render(':::vignette{titel="x"}\nA.\n:::').diagnostics[0]?.help).toBe('Did you mean "title"?');
    expect(render('![A box](media/boxs.svg)', ['boxes.svg']).diagnostics[0]?.help).toBe('Did you mean "media/boxes.svg"?');
  });

  test('leaves the text of a broken directive to be read', () => {
    expect(render(':::vignete\nA case.\n:::').html).toContain('<p>A case.</p>');
  });

  test('a heading that skips a level says which is meant', () => {
    expect(render('## One\n\n#### Two').diagnostics.map((each) => each.help)).toEqual(['Write it with ###.']);
  });

  test('a directive that belongs to lessons is refused in a short text', () => {
    expect(render('::check{item="c1"}', [], 'field').codes).toEqual(['PRE0309']);
  });
});

describe('links', () => {
  test('to other hosts open apart from the course and tell nothing of it', () => {
    expect(render('[x](https://example.org/)').html).toBe('<p><a href="https://example.org/" target="_blank" rel="noopener noreferrer">x</a></p>');
  });
  test('to documents of the course stay in it', () => {
    expect(render('[x](media/a.pdf)', ['a.pdf']).html).toBe('<p><a href="media/a.pdf" target="_blank">x</a></p>');
  });
  test.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'vbscript:x', 'java&#10;script:alert(1)', '//evil.example/x', 'file:///etc/passwd'])('to %s are taken out, their words stay', (address) => {
    const { html, codes } = render(`[click](<${address}>)`);
    expect(html).toBe('<p>click</p>');
    expect(codes).toEqual(['PRE0323']);
  });
});

describe('plain text and time', () => {
  test('blocks stand apart, marks and raw HTML are gone', () => {
    expect(render('## One\n\nTwo *three*\nfour.\n\n- five\n- six\n\n<b>seven</b>').text).toBe('One\nTwo three four.\nfive\nsix\nseven');
  });
  test('words are counted in scripts with and without spaces', () => {
    expect(countWords('one two - three')).toBe(3);
    expect(countWords('漢字漢字')).toBe(2);
  });
  test('a lesson takes a minute at least, and its questions count', () => {
    expect(minutesOf(0, 0)).toBe(1);
    expect(minutesOf(400, 2)).toBe(3);
  });
});
