import { describe, expect, test } from '@jest/globals';
import { render } from '../testing/render.js';

describe('a formula', () => {
  test('within a sentence becomes MathML, without style or class', () => {
    expect(render('So $x^2$ it is.', [], 'field').html).toBe('<p>So <math><msup><mi>x</mi><mn>2</mn></msup></math> it is.</p>');
  });

  test('that stands alone is a block', () => {
    const { html, text } = render('$$\n\\frac{a}{b}\n$$');
    expect(html).toBe('<div class="formula" data-kind="formula"><math display="block"><mfrac><mi>a</mi><mi>b</mi></mfrac></math></div>');
    expect(text).toBe('\\frac{a}{b}');
  });

  test('may stand beside raw HTML, and what an author writes as MathML or as a place of a formula goes', () => {
    const { html } = render('<b>$x$</b> <math><mi>y</mi></math> <span data-formula="0"></span>');
    expect(html).toBe('<p><b><math><mi>x</mi></math></b>  <span></span></p>');
  });

  test.each([
    ['It costs $5 and $10.'], ['From $5,000 to $9,000 a year.'], ['A $ by itself, and $ another.'], ['US$5 or CA$7'], ['\\$x\\$'],
  ])('%s: a dollar that is money stays money', (markdown) => {
    expect(render(markdown, [], 'field').html).toBe(`<p>${markdown.replaceAll('\\', '')}</p>`);
  });

  test.each([
    ['$\\frac{a$', 'Unexpected end of input in a macro argument'], ['$\\href{javascript:alert(1)}{x}$', 'Unsupported function name: \\href'],
    ['$\\includegraphics{http://a/b.png}$', 'not trusted'], ['$\\def\\a{\\a\\a}\\a$', 'Too many expansions'],
  ])('%s is refused with a reason, and its TeX is shown', (markdown, reason) => {
    const { html, diagnostics } = render(markdown, [], 'field');
    expect(html).toBe(`<p><code>${markdown.slice(1, -1)}</code></p>`);
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([expect.stringMatching(/^PRE0326 The formula can't be read: /)]);
    expect(diagnostics[0]?.message).toContain(reason);
  });

  test.each([['$'.repeat(20_000)], ['$a '.repeat(6_000)], ['$a$ '.repeat(900)], [`$${'{'.repeat(3_000)}x${'}'.repeat(3_000)}$`], [`$${'\\frac{'.repeat(600)}$`]])('however many there are, it is read in time', (markdown) => {
    const began = performance.now();
    render(markdown, [], 'field');
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
