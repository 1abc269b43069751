import { canonicalJson, sha256 } from '../canonical.js';
import type { CompiledCourse } from '../compiled.js';
import { DiagnosticList, sortDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.js';
import { readTree, type CourseTree } from '../files/tree.js';
import { assemble } from '../link/assemble.js';
import { checkAssessments } from '../link/assessments.js';
import { checkReferences } from '../link/references.js';
import { allParts, type SourceParts } from '../link/source-parts.js';
import { checkTraceability } from '../link/trace.js';
import { checkUses } from '../link/uses.js';
import { checkMedia, type ActiveSvgCache } from '../media/check.js';
import { describeMedia, digestAhead, type DigestCache } from '../media/digest.js';
import { MediaLibrary, type SizeCache } from '../media/library.js';
import { compileAssessment } from '../parts/assessment.js';
import { compileBank, compileChecks } from '../parts/bank.js';
import { compileCourseFile, compileGlossary, compileStatements } from '../parts/course.js';
import { compileLesson } from '../parts/lesson.js';
import type { IdKind, PartContext } from '../parts/part.js';
import { compileUnit } from '../parts/unit.js';
import { keepWork, recallWork, type KeptWork } from './kept-work.js';
import { layoutOf, type Layout } from './layout.js';
import { PartCache } from './part-cache.js';

/** What a course source compiles to. */
export interface CompileResult {
  /** null: the source has errors */
  course: CompiledCourse | null;
  /** SHA-256 of `bytes`, hexadecimal: the name of this version; null: the source has errors */
  hash: string | null;
  /** the canonical JSON of the course, UTF-8; null: the source has errors */
  bytes: Uint8Array | null;
  /** every problem, in the order of files and lines */
  diagnostics: Diagnostic[];
  /** what the course was compiled from: paths relative to its folder, sorted */
  sources: string[];
}

/**
 * Compiles a course folder, again and again: what has not changed since the last time is not compiled anew, and the
 * result is the same as that of a first compile. Never throws because of what stands in the folder.
 */
export class CourseCompiler {
  #parts = new PartCache();
  #sizes: SizeCache = new Map();
  #digests: DigestCache = new Map();
  #svgs: ActiveSvgCache = new Map();
  #running: Promise<unknown> = Promise.resolve();

  #recalled: Promise<void> | null = null;

  /** With `keep`, what was compiled is kept there for the next process. */
  constructor(readonly folder: string, private readonly keep: KeptWork | null = null) {}

  /** One compile at a time: a second call waits for the first. */
  compile(): Promise<CompileResult> {
    const run = this.#running.then(() => this.#compile());
    this.#running = run.catch(() => undefined);
    return run;
  }

  async #compile(): Promise<CompileResult> {
    this.#recalled ??= this.#recall();
    await this.#recalled;
    const list = new DiagnosticList();
    const tree = await readTree(this.folder, list);
    if (tree === null) return { course: null, hash: null, bytes: null, diagnostics: list.items, sources: [] };
    const library = new MediaLibrary(tree.files.values(), this.#sizes);
    const layout = layoutOf(tree, list);
    // The disk reads the media for their hashes while the texts are compiled.
    const digests = digestAhead([...library.entries.values()], this.#digests);
    const parts = await this.#readParts(layout, library, list);
    await digests;
    const asked = this.#parts.askedMedia();
    this.#parts.turn();

    checkReferences(allParts(parts), unreadKinds(layout, parts), list);
    checkUses(parts, list);
    checkTraceability(parts, list);
    checkAssessments(parts, list);
    const used = [...library.entries].filter(([path]) => asked.has(path)).map(([, entry]) => entry);
    await checkMedia(library, used, this.#svgs, list);
    const media = await describeMedia(used, this.#digests, list);
    if (this.keep !== null && this.#parts.news) await keepWork(this.keep, { parts: this.#parts.plain(), sizes: this.#sizes, digests: this.#digests, svgs: this.#svgs } satisfies Work);
    const diagnostics = sortDiagnostics([...list.items, ...allParts(parts).flatMap((part) => part.diagnostics)]);
    return { ...finish(parts, media, diagnostics), diagnostics, sources: sourcesOf(tree, used.map((entry) => entry.path), layout) };
  }

  async #recall(): Promise<void> {
    const work = this.keep === null ? null : ((await recallWork(this.keep)) as Work | null);
    if (work === null) return;
    this.#parts.recall(work.parts);
    this.#sizes = work.sizes;
    this.#digests = work.digests;
    this.#svgs = work.svgs;
  }

  async #readParts(layout: Layout, media: MediaLibrary, list: DiagnosticList): Promise<SourceParts> {
    const cache = this.#parts;
    cache.readAhead([layout.course, layout.statements, layout.glossary, ...layout.banks, ...layout.units.flatMap(({ unit, lessons, checks, bank, assessment }) => [...lessons, unit, checks, bank, assessment])], list);
    const first: PartContext = { media, language: 'und' };
    const course = await cache.part(layout.course, compileCourseFile, first, list);
    const context: PartContext = { media, language: course?.value?.language ?? 'und' };
    const parts: SourceParts = {
      course,
      statements: await cache.part(layout.statements, compileStatements, context, list),
      glossary: await cache.part(layout.glossary, compileGlossary, context, list),
      units: [],
      banks: [],
    };
    for (const bank of layout.banks) push(parts.banks, await cache.part(bank, compileBank, context, list));
    for (const unit of layout.units) {
      const lessons: SourceParts['units'][number]['lessons'] = [];
      for (const lesson of unit.lessons) push(lessons, await cache.part(lesson, compileLesson, context, list));
      parts.units.push({
        folder: unit.folder,
        unit: await cache.part(unit.unit, compileUnit, context, list),
        lessons,
        checks: await cache.part(unit.checks, compileChecks, context, list),
        bank: await cache.part(unit.bank, compileBank, context, list),
        assessment: await cache.part(unit.assessment, compileAssessment, context, list),
      });
    }
    return parts;
  }
}

/** What a compiler keeps from one compile to the next. */
interface Work { parts: ReturnType<PartCache['plain']>; sizes: SizeCache; digests: DigestCache; svgs: ActiveSvgCache }

/** Compiles a course folder once. See CourseCompiler. */
export function compileCourse(folder: string): Promise<CompileResult> {
  return new CourseCompiler(folder).compile();
}

function finish(parts: SourceParts, media: CompiledCourse['media'], diagnostics: readonly Diagnostic[]): Pick<CompileResult, 'course' | 'hash' | 'bytes'> {
  const nothing = { course: null, hash: null, bytes: null };
  if (diagnostics.some((diagnostic) => diagnostic.severity === 'error')) return nothing;
  const course = assemble(parts, media);
  if (course === null) return nothing;
  const bytes = Buffer.from(canonicalJson(course), 'utf8');
  return { course, bytes, hash: sha256(bytes) };
}

/** Kinds of ids of which some file could not be read as far as to see its ids. */
function unreadKinds(layout: Layout, parts: SourceParts): Set<IdKind> {
  const unread = new Set<IdKind>();
  const lost = (there: unknown, part: { defines: unknown[]; value: unknown } | null | undefined): boolean => there !== null && (part === null || part === undefined || (part.value === null && part.defines.length === 0));
  if (layout.statements === null || lost(layout.statements, parts.statements)) unread.add('statement');
  if (lost(layout.glossary, parts.glossary)) unread.add('term');
  layout.units.forEach((unit, index) => {
    const found = parts.units[index];
    if (unit.unit === null || lost(unit.unit, found?.unit)) unread.add('unit');
    if (unit.lessons.length !== found?.lessons.length || found.lessons.some((lesson) => lost(lesson, lesson))) unread.add('lesson');
    if (lost(unit.checks, found?.checks)) unread.add('item');
    if (lost(unit.bank, found?.bank)) unread.add('item').add('bank');
    if (lost(unit.assessment, found?.assessment)) unread.add('assessment');
  });
  if (layout.banks.length !== parts.banks.length || parts.banks.some((bank) => lost(bank, bank))) unread.add('item').add('bank');
  return unread;
}

function sourcesOf(tree: CourseTree, media: readonly string[], layout: Layout): string[] {
  const units = layout.units.flatMap((unit) => [unit.unit, ...unit.lessons, unit.checks, unit.bank, unit.assessment]);
  const texts = [layout.course, layout.statements, layout.glossary, ...layout.banks, ...units].flatMap((entry) => entry?.path ?? []);
  return [...new Set([...texts, ...media])].filter((path) => tree.files.has(path)).sort();
}

function push<T>(list: T[], value: T | null): void {
  if (value !== null) list.push(value);
}
