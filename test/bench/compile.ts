import { CourseCompiler } from '@preceptor/course';
import { defListFromMarkdown } from 'mdast-util-definition-list';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { defList } from 'micromark-extension-definition-list';
import { directive } from 'micromark-extension-directive';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { appendFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { writeSyntheticCourse } from './synthetic-course.js';

const runs = 5;
const size = { lessons: 300, items: 1_000, mediaBytes: 0 };
const syntax = [directive(), gfmTable(), gfmFootnote(), gfmStrikethrough({ singleTilde: false }), defList];
const tree = [directiveFromMarkdown(), gfmTableFromMarkdown(), gfmFootnoteFromMarkdown(), gfmStrikethroughFromMarkdown(), defListFromMarkdown];

/**
 * Compiles a course of 300 lessons and 1,000 items, and beside it merely parses its Markdown files and its YAML with
 * the same libraries and extensions, from memory. Medians of five turns, milliseconds; `incrementalMs` is the compile after
 * one lesson was edited. The texts within items are Markdown too, which the parse leaves out and the compile does not.
 */
export async function benchCompile(): Promise<{ ratio: number; parseMs: number; compileMs: number; incrementalMs: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'preceptor-compile-'));
  try {
    await writeSyntheticCourse(folder, size);
    const texts = await textsOf(folder);
    const parse: number[] = [];
    const compile: number[] = [];
    const incremental: number[] = [];
    for (let turn = 0; turn <= runs; turn += 1) {
      const parsed = await timed(async () => parseAll(texts));
      const compiler = new CourseCompiler(folder);
      const compiled = await timed(async () => { await mustCompile(compiler); });
      await appendFile(join(folder, 'units/001-unit/0003-lesson.md'), '\nOne more sentence.\n');
      const again = await timed(async () => { await mustCompile(compiler); });
      if (turn === 0) continue; // the first turn warms the machine up
      parse.push(parsed);
      compile.push(compiled);
      incremental.push(again);
    }
    const [parseMs, compileMs, incrementalMs] = [median(parse), median(compile), median(incremental)];
    return { ratio: compileMs / parseMs, parseMs, compileMs, incrementalMs };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function mustCompile(compiler: CourseCompiler): Promise<void> {
  const { course, diagnostics } = await compiler.compile();
  if (course === null) throw new Error(`the synthetic course does not compile: ${diagnostics[0]?.message}`);
}

function parseAll(texts: { markdown: string[]; yaml: string[] }): void {
  for (const text of texts.markdown) fromMarkdown(text, { extensions: syntax, mdastExtensions: tree });
  for (const text of texts.yaml) parseDocument(text);
}

async function textsOf(folder: string): Promise<{ markdown: string[]; yaml: string[] }> {
  const texts: { markdown: string[]; yaml: string[] } = { markdown: [], yaml: [] };
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const text = await readFile(join(entry.parentPath, entry.name), 'utf8');
    if (entry.name.endsWith('.yaml')) texts.yaml.push(text);
    if (!entry.name.endsWith('.md')) continue;
    const end = text.indexOf('\n---\n', 4);
    texts.yaml.push(text.slice(4, end + 1));
    texts.markdown.push(text.slice(end + 5));
  }
  return texts;
}

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
