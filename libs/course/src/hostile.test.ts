import { describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdir, open, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { compileCourse } from './compiler/compiler.js';
import { sample, withCourse, writeFiles, type Files } from './testing/sample-course.js';

const lessonPath = 'units/01-heat/02-melting.md';
const lesson = sample[lessonPath] ?? '';
/** Milliseconds; far more than any of these takes, since the machine may be busy, and far less than what an unbounded one would take. */
const bound = 20_000;

/** Compiles a changed sample and says which codes come; fails if it takes too long. */
async function codesOf(files: Files, prepare?: (folder: string) => Promise<unknown>): Promise<string[]> {
  return withCourse(files, async (folder) => {
    await prepare?.(folder);
    const start = performance.now();
    const { diagnostics } = await compileCourse(folder);
    expect(performance.now() - start).toBeLessThan(bound);
    return [...new Set(diagnostics.filter((each) => each.severity === 'error').map((each) => each.code))];
  });
}
const asText = (body: string): Files => ({ [lessonPath]: `${lesson}\n${body}\n` });

describe('a hostile YAML file', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]', ...'bcdefghij'.split('').map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghi'[index]}`).join(', ')}]`)].join('\n');
  const deep = 20_000;
  test.each([
    ['with anchors that explode', bomb, ['PRE0204']],
    ['with an anchor that contains itself', 'a: &a [*a]', ['PRE0204']],
    ['with an alias to nothing', 'a: *b', ['PRE0204']],
    ['of 50,000 aliases to one anchor', `a: &a x\nb: [${Array(50_000).fill('*a').join(', ')}]`, ['PRE0210', 'PRE0211']],
    ['nested by brackets', `a: ${'['.repeat(deep)}`, ['PRE0203']],
    ['nested by braces', `a: ${'{a: '.repeat(deep)}`, ['PRE0203']],
    ['nested by dashes', '- '.repeat(deep), ['PRE0203']],
    ['nested by question marks', '? '.repeat(deep), ['PRE0203']],
    ['nested by indentation', Array.from({ length: 1_000 }, (_, index) => `${' '.repeat(index)}a:`).join('\n'), ['PRE0203']],
    ['of 80,000 keys', Array.from({ length: 80_000 }, (_, index) => `k${index}: 1`).join('\n'), ['PRE0210', 'PRE0211']],
    ['of 80,000 equal keys', 'a: 1\n'.repeat(80_000), ['PRE0202']],
    ['of one open quotation mark', `a: "${'x'.repeat(1_900_000)}`, ['PRE0201']],
    ['of garbage', '] '.repeat(200_000), ['PRE0201']],
    ['of tags', '!!a '.repeat(150_000), ['PRE0201']],
    ['of a hundred thousand documents', '---\n'.repeat(100_000), ['PRE0207']],
    ['of half a million line ends', '\n'.repeat(500_000), ['PRE0212']],
    ['with keys that reach for the prototype', '__proto__: {id: x}\nconstructor: {prototype: 1}\ntoString: x', ['PRE0205', 'PRE0210', 'PRE0211']],
    ['with keys that are lists', '? [a, b]\n: c', ['PRE0205', 'PRE0211']],
    ['that is a number', '42', ['PRE0212']],
    ['that is empty', '', ['PRE0212']],
  ])('%s gets diagnostics, soon', async (_, text, expected) => {
    const codes = await codesOf({ 'course.yaml': text });
    expect(codes).toEqual(expect.arrayContaining(expected));
  });
});

describe('hostile Markdown', () => {
  const many = 8_000;
  test.each([
    ['deep quotations', '>'.repeat(many)],
    ['deep lists', '- '.repeat(many)],
    ['deep lists of numbers', '1. '.repeat(many)],
    ['lists that go deeper line by line', Array.from({ length: 400 }, (_, index) => `${'  '.repeat(index)}- a`).join('\n')],
    ['directives in directives', Array.from({ length: 400 }, (_, index) => `${':'.repeat(500 - index)}vignette`).join('\n')],
    ['open brackets', '['.repeat(many)],
    ['open brackets over many lines', '[a\n'.repeat(many)],
    ['pictures in pictures', '![a'.repeat(many)],
    ['asterisks', '*a '.repeat(many)],
    ['asterisks without spaces', '*a**b'.repeat(many)],
    ['backticks of every length', Array.from({ length: 240 }, (_, index) => `${'`'.repeat(index)}a`).join('')],
    ['one line of a megabyte', 'x'.repeat(100_000)],
    ['raw HTML in raw HTML', '<div>'.repeat(many)],
    ['raw HTML, one element a paragraph', '<div>\n\n'.repeat(1_900)],
    ['open comments', '<!--'.repeat(many)],
    ['entities', '&#0;&amp;'.repeat(3_000)],
    ['tables of pipes', `${'|'.repeat(8_000)}\n${'|-'.repeat(8_000)}`],
    ['footnotes that name each other', Array.from({ length: 3_000 }, (_, index) => `[^a${index}]: see [^a${index + 1}]\n`).join('\n')],
    ['definitions', Array.from({ length: 20_000 }, (_, index) => `[a${index}]: b\n`).join('\n')],
    ['attributes of a directive', `::check{${'a="b" '.repeat(5_000)}}`],
    ['directives that are never closed', ':::vignette\n\n'.repeat(1_900)],
    ['headings in one paragraph', 'a\n=\n'.repeat(8_000)],
    ['lazy lines', `> a\n${'b\n'.repeat(15_000)}`],
    ['open elements', '<b><i><u>\n\n'.repeat(1_900)],
    ['colons', ':a'.repeat(many)],
    ['definition lists', 'a\n: b\n\n'.repeat(5_000)],
    ['emphasis in every word', '_a_ '.repeat(7_000)],
    ['links in every word', '[a](b) '.repeat(4_000)],
  ])('of %s is compiled or refused, soon', async (_, body) => {
    const codes = await codesOf(asText(body));
    expect(codes.every((code) => /^PRE\d{4}$/.test(code))).toBe(true);
  });
});

describe('a hostile folder', () => {
  test('with a file of 50 MB in one line gets a diagnostic, without the file being read', async () => {
    const codes = await codesOf({}, async (folder) => {
      const file = await open(join(folder, 'units/01-heat/03-long.md'), 'w');
      await file.truncate(50 * 1024 * 1024);
      await file.close();
    });
    expect(codes).toEqual(['PRE0104']);
  });

  test('with links that lead in circles, out, or to folders gets diagnostics', async () => {
    const codes = await codesOf({}, async (folder) => {
      await symlink('../..', join(folder, 'units/01-heat/up'));
      await symlink('b.md', join(folder, 'units/01-heat/a.md'));
      await symlink('a.md', join(folder, 'units/01-heat/b.md'));
      await symlink('/etc/passwd', join(folder, 'media/passwd.svg'));
      await symlink(folder, join(folder, 'media/again'));
    });
    expect(codes.sort()).toEqual(['PRE0109', 'PRE0110', 'PRE0111']);
  });

  test('with a pipe where a lesson is expected does not wait for ever', async () => {
    const codes = await codesOf({}, (folder) => promisify(execFile)('mkfifo', [join(folder, 'units/01-heat/03-pipe.md')]));
    expect(codes).toEqual(['PRE0107']);
  });

  test('with folders where files are expected gets diagnostics', async () => {
    const codes = await codesOf({ [lessonPath]: null, 'units/01-heat/unit.yaml': null }, async (folder) => {
      await mkdir(join(folder, 'units/01-heat/unit.yaml'));
      await mkdir(join(folder, lessonPath));
    });
    expect(codes).toContain('PRE0107');
  });

  test.each(['media/../../x.svg', 'media/..%2f..%2fx.svg', '../x.svg', '/etc/passwd', 'media\\x.svg', 'media//x.svg', 'media/./x.svg', 'media/'])('a picture at %s is refused', async (path) => {
    const { course, diagnostics } = await withCourse(asText(`![A picture](<${path}>)`), compileCourse);
    expect(course).toBeNull();
    expect(diagnostics.map((each) => each.code)).toEqual(expect.arrayContaining(['PRE0405']));
  });

  test.each(['file:///etc/passwd', '//example.org/x.svg', 'https://example.org/x.svg'])('a picture at %s is taken out, with a diagnostic', async (path) => {
    const { course, diagnostics } = await withCourse(asText(`![A picture](<${path}>)`), compileCourse);
    expect(course?.units[0]?.lessons[1]?.html).toContain('<p>A picture</p>');
    expect(diagnostics.map((each) => each.code)).toEqual(['PRE0324']);
  });

  test('with a course inside a file, or nothing at all, gets a diagnostic', async () => {
    await withCourse({}, async (folder) => {
      expect((await compileCourse(join(folder, 'course.yaml'))).diagnostics.map((each) => each.code)).toEqual(['PRE0101']);
      await mkdir(join(folder, 'empty'));
      expect((await compileCourse(join(folder, 'empty'))).diagnostics.map((each) => each.code).sort()).toEqual(['PRE0102', 'PRE0102', 'PRE0117']);
    });
  });

  test('with thousands of files that are no part of it is still compiled', async () => {
    await withCourse({}, async (folder) => {
      await writeFiles(folder, Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`media/unused-${index}.txt`, 'x'])));
      const { course, diagnostics } = await compileCourse(folder);
      expect(course).not.toBeNull();
      expect(diagnostics.length).toBe(1_000);
    });
  });

  test('with a file that changes its nature between two compiles is looked at anew', async () => {
    await withCourse({}, async (folder) => {
      await writeFile(join(folder, lessonPath), Buffer.from([0xff, 0xfe, 0x41, 0x00]));
      expect((await compileCourse(folder)).diagnostics.map((each) => each.code)).toEqual(expect.arrayContaining(['PRE0105']));
    });
  });
});
