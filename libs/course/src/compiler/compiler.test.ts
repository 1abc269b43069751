import { describe, expect, test } from '@jest/globals';
import { cp, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compiledCourseSchema } from '../compiled-schema.js';
import { sample, withCourse } from '../testing/sample-course.js';
import { compileCourse, CourseCompiler } from './compiler.js';

const lesson = sample['units/01-heat/01-boiling.md'] ?? '';

describe('a course without a problem', () => {
  test('compiles to one value that fits its own schema, without a diagnostic', async () => {
    await withCourse({}, async (folder) => {
      const result = await compileCourse(folder);
      expect(result.diagnostics).toEqual([]);
      expect(compiledCourseSchema.safeParse(result.course).error).toBeUndefined();
      expect(result.course?.units[0]?.lessons.map((each) => each.id)).toEqual(['boiling', 'melting']);
      expect(result.course?.units[0]?.lessons[0]?.checks.map((item) => item.id)).toEqual(['c1']);
      expect(result.course?.units[0]?.lessons[1]?.reflections).toEqual([{ id: 'r1', promptHtml: '<p>When did you last see ice?</p>' }]);
    });
  });

  test('gives pictures their size, marks glossary terms and leaves places for checks', async () => {
    await withCourse({}, async (folder) => {
      const html = (await compileCourse(folder)).course?.units[0]?.lessons[0]?.html;
      expect(html).toContain('<img src="media/boxes.svg" alt="Two boxes" width="320" height="200">');
      expect(html).toContain('<button type="button" data-term="steam">steam</button>');
      expect(html).toContain('<div data-check="c1"></div>');
    });
  });

  test('describes the media it uses by their hash', async () => {
    await withCourse({}, async (folder) => {
      const media = (await compileCourse(folder)).course?.media;
      expect(media).toEqual([{ path: 'media/boxes.svg', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: Buffer.byteLength(sample['media/boxes.svg'] ?? ''), type: 'image/svg+xml' }]);
    });
  });

  test('sends whoever got an item wrong to the lessons that teach its statements', async () => {
    await withCourse({}, async (folder) => {
      const course = (await compileCourse(folder)).course;
      expect(course?.banks[0]?.items[0]?.lessons).toEqual(['melting']);
    });
  });
});

describe('the same source', () => {
  test('gives the same bytes from another folder, with other times and Windows line ends', async () => {
    await withCourse({}, async (folder) => {
      const first = await compileCourse(folder);
      const crlf = Object.fromEntries(Object.entries(sample).map(([path, text]) => [path, path.endsWith('.svg') ? text : text.replaceAll('\n', '\r\n')]));
      const second = await withCourse(crlf, async (other) => {
        const moved = `${other}-elsewhere`;
        await cp(other, moved, { recursive: true });
        await utimes(join(moved, 'course.yaml'), 1, 1);
        return compileCourse(moved);
      });
      expect(second.hash).toBe(first.hash);
      expect(Buffer.from(second.bytes ?? [])).toEqual(Buffer.from(first.bytes ?? [1]));
    });
  });

  test('keeps the ids of lessons and items when files are renamed and moved', async () => {
    await withCourse({}, async (folder) => {
      const before = (await compileCourse(folder)).course;
      await rename(join(folder, 'units/01-heat/02-melting.md'), join(folder, 'units/01-heat/03-thaw.md'));
      await rename(join(folder, 'units/01-heat'), join(folder, 'units/07-warmth'));
      const after = (await compileCourse(folder)).course;
      expect(after).not.toBeNull();
      expect(after?.units).toEqual(before?.units);
    });
  });
});

describe('a second compile', () => {
  test('sees every edit and gives what a first compile of the edited source gives', async () => {
    await withCourse({}, async (folder) => {
      const compiler = new CourseCompiler(folder);
      await compiler.compile();
      await writeFile(join(folder, 'units/01-heat/01-boiling.md'), lesson.replace('kettle sing', 'kettle hiss'));
      const again = await compiler.compile();
      expect(again.course?.units[0]?.lessons[0]?.text).toContain('kettle hiss');
      expect(again.hash).toBe((await compileCourse(folder)).hash);
    });
  });

  test('sees that a picture was changed, taken away and put back, though the lesson was not touched', async () => {
    await withCourse({}, async (folder) => {
      const compiler = new CourseCompiler(folder);
      const first = await compiler.compile();
      await rename(join(folder, 'media/boxes.svg'), join(folder, 'media/other.svg'));
      expect((await compiler.compile()).diagnostics.map((each) => each.code)).toContain('PRE0404');
      await writeFile(join(folder, 'media/boxes.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="44"></svg>');
      expect((await compiler.compile()).course?.units[0]?.lessons[0]?.html).toContain('width="99" height="44"');
      await rename(join(folder, 'media/other.svg'), join(folder, 'media/boxes.svg'));
      expect((await compiler.compile()).hash).toBe(first.hash);
    });
  });

  test('tells the same diagnostics again for files that did not change', async () => {
    await withCourse({ 'units/01-heat/01-boiling.md': lesson.replace('## What', '#### What') }, async (folder) => {
      const compiler = new CourseCompiler(folder);
      const first = await compiler.compile();
      expect(first.diagnostics.map((each) => each.code)).toEqual(['PRE0304']);
      expect((await compiler.compile()).diagnostics).toEqual(first.diagnostics);
    });
  });

  test('waits for the one before it when both are asked for at once', async () => {
    await withCourse({}, async (folder) => {
      const compiler = new CourseCompiler(folder);
      const [a, b] = await Promise.all([compiler.compile(), compiler.compile()]);
      expect(a.hash).not.toBeNull();
      expect(b.hash).toBe(a.hash);
    });
  });
});

test.each(['search', 'aux', 'com1'])('a lesson or an assessment that a package could not hold as %s is refused, whatever else may have that id', async (id) => {
  const codes = async (files: Record<string, string>): Promise<string[]> => withCourse(files, async (folder) => (await compileCourse(folder)).diagnostics.map((each) => each.code));
  const quiz = sample['units/01-heat/assessment.yaml'] ?? '';
  expect(await codes({ 'units/01-heat/02-melting.md': (sample['units/01-heat/02-melting.md'] ?? '').replace('id: melting', `id: ${id}`) })).toEqual(['PRE0619']);
  expect(await codes({ 'units/01-heat/assessment.yaml': quiz.replace('id: quiz', `id: ${id}`), 'course.yaml': (sample['course.yaml'] ?? '').replaceAll('[quiz]', `[${id}]`) })).toEqual(['PRE0619']);
  expect(await codes({ 'units/01-heat/unit.yaml': (sample['units/01-heat/unit.yaml'] ?? '').replace('id: heat', `id: ${id}`) })).toEqual([]);
});

describe('work that was kept by an earlier process', () => {
  const keepIn = (folder: string) => ({ file: join(folder, '.kept'), version: '1' });

  test('is used again: the same bytes and the same diagnostics, and an edit is seen', async () => {
    await withCourse({ 'units/01-heat/01-boiling.md': lesson.replace('check{item="c1"}', 'check{item="c9"}') }, async (folder) => {
      const keep = keepIn(folder);
      const first = await new CourseCompiler(folder, keep).compile();
      expect(first.diagnostics.length).toBeGreaterThan(0);
      expect((await new CourseCompiler(folder, keep).compile()).diagnostics).toEqual(first.diagnostics);
      await writeFile(join(folder, 'units/01-heat/01-boiling.md'), lesson);
      const mended = await new CourseCompiler(folder, keep).compile();
      expect(mended.diagnostics).toEqual([]);
      expect(mended.hash).toBe((await compileCourse(folder)).hash);
      expect((await new CourseCompiler(folder, keep).compile()).hash).toBe(mended.hash);
    });
  });

  test('is left alone where it is broken, or another compiler kept it', async () => {
    await withCourse({}, async (folder) => {
      const keep = keepIn(folder);
      const { hash } = await new CourseCompiler(folder, keep).compile();
      expect((await new CourseCompiler(folder, { ...keep, version: '2' }).compile()).hash).toBe(hash);
      await writeFile(keep.file, 'something else');
      expect((await new CourseCompiler(folder, keep).compile()).hash).toBe(hash);
      expect((await new CourseCompiler(folder, { ...keep, file: join(folder, 'course.yaml', 'kept') }).compile()).hash).toBe(hash);
    });
  });
});
