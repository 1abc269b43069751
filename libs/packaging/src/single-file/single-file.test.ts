import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { CompiledCourse } from '@preceptor/course/compiled';
import type { PackagedBoot } from '@preceptor/course/delivery';
import { compiledCourse } from '../../../../test/fixtures/compiled-course.js';
import { singleFile } from './single-file.js';

const script = 'const a = "</script><script>"; const b = `<!-- ${a}`; /* </SCRIPT */';
const player = { script: Buffer.from(script), words: { en: { next: 'Next' }, es: { next: 'Siguiente' } } };
const medium = (path: string, type = 'image/svg+xml') => ({ path, sha256: '0'.repeat(64), bytes: Buffer.byteLength(path), type });
const page = (course: CompiledCourse): Promise<string> => singleFile({ course, hash: 'ab'.repeat(32), media: { open: ({ path }) => ({ bytes: Buffer.from(path) }) }, player });
const bootOf = (html: string): PackagedBoot => JSON.parse(/id="preceptor">(.*?)<\/script>/s.exec(html)?.[1] ?? '') as PackagedBoot;

describe('a course as one page', () => {
  test('carries every content and records nothing', async () => {
    const boot = bootOf(await page(compiledCourse()));
    expect(boot).toMatchObject({ standard: 'standalone', mode: 'browse', first: { id: 'rhythm' } });
    expect(Object.keys(boot.contents ?? {}).sort()).toEqual(['colour', 'final', 'glossary', 'rhythm', 'search']);
  });

  test('runs one script, known by its digest, which text in it cannot end', async () => {
    const html = await page(compiledCourse());
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    const inline = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(policy).toContain(`script-src 'sha256-${createHash('sha256').update(inline).digest('base64')}'`);
    expect(policy).not.toMatch(/unsafe|'self'|https?:/);
    expect(html.match(/<script/gi)).toHaveLength(2);
    expect(new Function(`${inline}; return [a, b]`)()).toEqual(['</script><script>', '<!-- </script><script>']);
  });

  test('holds its media as data, in every language, and saves what a lesson links to', async () => {
    const [unit] = compiledCourse().units;
    const [lesson] = unit?.lessons ?? [];
    if (unit === undefined || lesson === undefined) throw new Error('the course has a lesson');
    const linking = [{ ...unit, lessons: [{ ...lesson, html: '<p><a href="media/table.pdf" target="_blank">The table</a></p>' }, ...unit.lessons.slice(1)] }];
    const spanish = compiledCourse({ language: 'es', media: [medium('media/map.svg')] });
    const html = await page(compiledCourse({ units: linking, media: [medium('media/map.svg'), medium('media/table.pdf', 'application/pdf')], translations: [spanish] }));
    const map = `data:image/svg+xml;base64,${Buffer.from('media/map.svg').toString('base64')}`;
    const contents = JSON.stringify(bootOf(html).contents);
    expect(contents).toContain(`<a download=\\"table.pdf\\" href=\\"data:application/pdf;base64,`);
    expect(contents.split(map)).toHaveLength(3);
    expect(contents).not.toContain('media/map.svg');
    expect(bootOf(html).contents).toHaveProperty('es/words', { next: 'Siguiente' });
  });

  test('is refused where the media are more than a page can hold', async () => {
    await expect(page(compiledCourse({ media: [{ ...medium('media/film.mp4'), bytes: 2e8 }] }))).rejects.toMatchObject({ code: 'TOO_LARGE', message: expect.stringContaining('200 MB') });
  });
});
