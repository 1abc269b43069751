import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { render } from '../testing/render.js';
import { plainMarkdown } from './plain-markdown.js';

test('the short way to HTML gives what the parser gives, for every text that it takes', () => {
  const piece = fc.constantFrom('word', '*', '**', '*not*', '**best**', ' ', '.', ',', ':', '-', '1', ')', '(', '"', "'", '#', '>', '+', '=', '!', '?', '%', '/', '@', 'é', '漢', '…', '–', ';', '$', '^', 'http://a.b', 'www.a.b', '\u00a0', '\u2028');
  fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
    const text = pieces.join('');
    const short = plainMarkdown(text);
    if (short === null || short === '') return;
    expect(`<p>${short}</p>`).toBe(render(text, [], 'field').html);
  }), { numRuns: 4_000 });
});

test.each([['Which is *not* right?', 'Which is <em>not</em> right?'], ['**All** of it (*twice*).', '<strong>All</strong> of it (<em>twice</em>).']])('%s takes the short way', (text, html) => {
  expect(plainMarkdown(text)).toBe(html);
  expect(render(text, [], 'field').html).toBe(`<p>${html}</p>`);
});

test.each(['a *b', 'a * b', '2*3*4', '*a **b** c*', '***a***', '* a', '**a*', 'é*b*', '`x`', '[a](b)', '<b>', 'a & b', '- a', '1. a', '# a', '> a', 'a\nb', ':term[a]{#b}', 'a  b', '{{gap}}', 'a~~b~~', '| a |', ': a', '$a$'])('%s goes to the parser', (text) => {
  expect(plainMarkdown(text)).toBeNull();
});
