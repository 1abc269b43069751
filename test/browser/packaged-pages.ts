import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CompiledCourse } from '@preceptor/course/compiled';
import { assessmentContent, companionsOf, type CourseOutline, lessonContent, outlineOf, type PackagedBoot, searchEntries } from '@preceptor/course/delivery';
import { mediaTypeOf, playerPage, playerScripts, wordsFor } from '@preceptor/packaging';
import { builtPlayer } from '../conformance/built-package.js';
import { listening } from '../conformance/serving.js';

export interface PackagedPages { url: string; close(): Promise<void> }
export interface Course { course: CompiledCourse; /** folder that holds `media/` */ media: string; /** further languages of it */ translations?: CompiledCourse[] }

/**
 * Serves a course as a package holds it, with what a packager may say in the page: `/` is the page, `/framed` an LMS's
 * page that shows it in a frame and has a SCORM 1.2 API which notes in `calls` what is asked of it.
 */
export async function servePackage({ course, media, translations = [] }: Course, boot: Partial<PackagedBoot> = {}, change: (outline: CourseOutline) => CourseOutline = (outline) => outline): Promise<PackagedPages> {
  const player = await builtPlayer();
  const companions = companionsOf(course, boot.standard ?? 'standalone');
  const scripts = new Map((await playerScripts(player, companions)).map(({ path, bytes }) => [path, Buffer.from(bytes)]));
  const outlineIn = (each: CompiledCourse): CourseOutline => change(outlineOf(each, 'version', course));
  const languages = [course, ...translations].map(({ language, direction, title }) => ({ language, direction, course: title, title: new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language }));
  const first = course.units[0]?.lessons[0];
  const page = playerPage(
    {
      standard: 'standalone', outline: outlineIn(course), first: first === undefined ? null : lessonContent(course, first.id), words: wordsFor(player, course.language, companions) ?? {},
      ...(languages.length > 1 ? { languages } : {}), ...boot,
    },
    { title: course.title, language: course.language, direction: course.direction, scripts: [...scripts.keys()] },
  );
  const files = new Map<string, string>([['/', page], ['/framed', framed]]);
  for (const each of [course, ...translations]) {
    const folder = each === course ? '/content/' : `/content/${each.language}/`;
    const put = (id: string, value: unknown): void => void files.set(`${folder}${id}.js`, `document.currentScript.dispatchEvent(new CustomEvent("preceptor:content",{detail:${JSON.stringify(value)}}));`);
    for (const unit of each.units) {
      for (const lesson of unit.lessons) put(lesson.id, lessonContent(each, lesson.id));
      if (unit.assessment !== null) put(unit.assessment.id, assessmentContent(each, unit.assessment.id));
    }
    put('glossary', each.glossary);
    put('search', searchEntries(each));
    put('outline', outlineIn(each));
    put(`outline-${boot.part?.id ?? ''}`, outlineIn(each));
    put('words', wordsFor(player, each.language, companions));
  }
  const server = createServer((request, response) => void answer(decodeURIComponent(new URL(request.url ?? '/', 'http://pages').pathname)).then(({ body, type }) => {
    response.writeHead(body === null ? 404 : 200, { 'content-type': type, 'cache-control': 'no-store' }).end(body ?? '');
  }));
  const answer = async (path: string): Promise<{ body: string | Buffer | null; type: string }> => {
    const known = scripts.get(path.slice(1)) ?? files.get(path);
    if (known !== undefined) return { body: known, type: path.endsWith('.js') ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8' };
    const medium = course.media.find((each) => `/${each.path}` === path);
    return { body: medium === undefined ? null : await readFile(join(media, medium.path)), type: mediaTypeOf(path).type };
  };
  return listening(server);
}

const framed = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>LMS</title><script>
  window.calls = [];
  const values = {};
  const api = { LMSInitialize: () => 'true', LMSFinish: () => 'true', LMSCommit: () => 'true', LMSGetValue: (name) => values[name] ?? '', LMSSetValue: (name, value) => { values[name] = value; return 'true'; }, LMSGetLastError: () => '0', LMSGetErrorString: () => '', LMSGetDiagnostic: () => '' };
  window.API = Object.fromEntries(Object.entries(api).map(([name, call]) => [name, (...args) => { window.calls.push(name); return call(...args); }]));
</script></head><body><main><h1>LMS</h1><iframe src="/" title="Course" style="width:100%;height:90vh"></iframe></main></body></html>`;
