import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nameProblem, packageNames, withNames } from './names.js';

describe('names in a package', () => {
  test('a usable name is kept as it is', () => {
    expect(packageNames(['media/three-models.svg']).get('media/three-models.svg')).toBe('media/three-models.svg');
  });

  test.each([
    ['media/Überblick 1.svg', /^media\/Uberblick-1-[0-9a-f]{10}\.svg$/],
    ['media/con.svg', /^media\/_con-[0-9a-f]{10}\.svg$/],
    ['media/日本.mp3', /^media\/file-[0-9a-f]{10}\.mp3$/],
    ['media/end.', /^media\/end-[0-9a-f]{10}$/],
    ['media/a?b#c%20.png', /^media\/a-b-c-20-[0-9a-f]{10}\.png$/],
  ])('%s, on which an LMS would trip, is given another', (path, expected) => {
    expect(packageNames([path]).get(path)).toMatch(expected);
  });

  test('the longest id of a lesson names a file', () => {
    expect(nameProblem(`content/${'a'.repeat(64)}.js`)).toBeNull();
  });

  test('two names that are one on Windows become two', () => {
    const names = packageNames(['media/Map.svg', 'media/map.svg']);
    expect(new Set([...names.values()].map((name) => name.toLowerCase())).size).toBe(2);
  });

  test('whatever files are called, every name is usable, none is given twice, and the order of files does not matter', () => {
    const path = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), { minLength: 1, maxLength: 4 }).map((parts) => `media/${parts.join('/')}`);
    fc.assert(fc.property(fc.uniqueArray(path, { maxLength: 30 }), (paths) => {
      const names = packageNames(paths);
      expect([...names.values()].filter((name) => nameProblem(name) !== null)).toEqual([]);
      expect(new Set([...names.values()].map((name) => name.toLowerCase())).size).toBe(paths.length);
      const reversed = packageNames([...paths].reverse());
      for (const one of paths) expect(reversed.get(one)).toBe(names.get(one));
    }));
  });

  test('a renamed picture is found again by the lesson, however its name is spelt in the HTML', () => {
    const names = packageNames(['media/a & b.svg']);
    const name = names.get('media/a & b.svg') ?? '';
    const html = '<img src="media/a%20&amp;%20b.svg"><img src="media/a &amp; b.svg">';
    expect(withNames({ html, checks: [{ image: 'media/a & b.svg' }] }, names)).toEqual({ html: `<img src="${name}"><img src="${name}">`, checks: [{ image: name }] });
  });
});
