import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compilePattern } from './pattern.js';
import { patternProblem } from './pattern-problem.js';

function matches(source: string, text: string): boolean {
  const pattern = compilePattern(source);
  if ('fault' in pattern) throw new Error(`${source}: ${pattern.fault}`);
  return pattern.matches(text);
}

describe('a pattern', () => {
  test.each([
    ['colou?r', ['color', 'colour'], ['colouur', 'colr', '']],
    ['(a|bc|)d', ['ad', 'bcd', 'd'], ['abcd', 'b']],
    ['yes|no', ['yes', 'no'], ['yesno', '']],
    ['[a-c][^x-z]', ['ab', 'c1'], ['ax', 'd1', 'a']],
    ['x{2}y{0,3}', ['xx', 'xxyyy'], ['x', 'xxyyyy']],
    ['(ab){1,2}', ['ab', 'abab'], ['', 'ababab', 'aba']],
    ['a.c', ['abc', 'a.c', 'a🙂c'], ['ac']],
    ['\\(\\$5\\.00\\)', ['($5.00)'], ['$5.00']],
    ['[-a]', ['-', 'a'], ['b']],
    ['[a-]', ['-', 'a'], ['b']],
    ['[\\]\\-]', [']', '-'], ['\\']],
    ['', [''], ['a']],
    ['a-b', ['a-b'], ['ab']],
  ])('%s', (source, yes, no) => {
    for (const text of yes) expect([text, matches(source, text)]).toEqual([text, true]);
    for (const text of no) expect([text, matches(source, text)]).toEqual([text, false]);
  });

  test.each([
    ['a*', 'unbounded', 1], ['a+', 'unbounded', 1], ['(a', 'open-group', 2], ['a)', 'misplaced', 1], ['[a', 'open-class', 2],
    ['[b-a]', 'backward-range', 1], ['a{3,1}', 'bad-repetition', 1], ['a{,2}', 'bad-repetition', 1], ['a{1,51}', 'bad-repetition', 1],
    ['a{1', 'bad-repetition', 1], ['?a', 'misplaced', 0], ['a??', 'misplaced', 2], ['a]', 'misplaced', 1], ['^a$', 'misplaced', 0],
    ['\\d', 'bad-escape', 0], ['a\\', 'bad-escape', 1], ['((a{50}){50}){50}', 'too-many-states', 0], ['a'.repeat(201), 'too-long', 200],
    ['('.repeat(21) + ')'.repeat(21), 'too-deep', 20], ['x[]', 'empty-class', 1],
  ])('%s is refused', (source, fault, at) => {
    expect(patternProblem(source)).toEqual({ fault, at, message: expect.stringMatching(/^[A-Z].*\.$/) });
  });

  test('agrees with a regular expression of the same meaning, on patterns and texts made at random', () => {
    const leaf = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '[a-c]');
    const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
      pattern: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        leaf,
        fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => one + other),
        fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `(${one}|${other})`),
        fc.tuple(tie('pattern'), fc.constantFrom('?', '{2}', '{0,2}', '{1,3}')).map(([one, times]) => `(${one})${times}`),
      ),
    }));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 });
    fc.assert(fc.property(pattern, text, (source, typed) => {
      if (patternProblem(source) !== null) return;
      expect(matches(source, typed)).toBe(new RegExp(`^(?:${source})$`, 's').test(typed));
    }), { numRuns: 3000 });
  });

  test('has an example that fits it', () => {
    for (const source of ['colou?r', '[^a-z]{3}', '(a|b)c{0,2}', '.{5}', '[🙂-🙉]', '[^\\]]', '']) {
      const pattern = compilePattern(source);
      expect('example' in pattern && pattern.matches(pattern.example)).toBe(true);
    }
  });

  test('never throws, whatever its author wrote', () => {
    const syntax = fc.string({ unit: fc.constantFrom('a', '(', ')', '[', ']', '{', '}', '?', '|', '\\', '-', '^', '1', ',', '.'), maxLength: 40 });
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), syntax), fc.string(), (source, typed) => {
      const pattern = compilePattern(source);
      if ('matches' in pattern) expect(typeof pattern.matches(typed)).toBe('boolean');
      else expect(pattern.at).toBeLessThanOrEqual(source.length);
    }), { numRuns: 3000 });
  });

  test('that would take a backtracking matcher for ever takes no time', () => {
    const began = performance.now();
    expect(matches('((a{0,30}){0,30})b', 'a'.repeat(500))).toBe(false);
    expect(matches('(a?){50}a{50}', 'a'.repeat(50))).toBe(true);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
