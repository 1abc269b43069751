import { canonicalJson, sha256 } from '../canonical.js';
import type { CompiledCourse } from '../compiled.js';
import { DiagnosticList, sortDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.js';
import { registry } from '../diagnostics/registry.js';
import { readTree, type CourseTree } from '../files/tree.js';
import { assemble } from '../link/assemble.js';
import { checkAssessments } from '../link/assessments.js';
import { checkReferences } from '../link/references.js';
import { allParts, type SourceParts } from '../link/source-parts.js';
import { checkTraceability } from '../link/trace.js';
import { checkUses } from '../link/uses.js';
import { checkMedia, type ActiveSvgCache } from '../media/check.js';
import { checksumsOf, describeMedia, digestAhead, type DigestCache } from '../media/digest.js';
import { MediaLibrary, type SizeCache } from '../media/library.js';
import { compileAssessment } from '../parts/assessment.js';
import { compileBank, compileChecks } from '../parts/bank.js';
import { compileCourseFile, compileGlossary, compileStatements } from '../parts/course.js';
import { compileLesson } from '../parts/lesson.js';
import type { IdKind, PartContext } from '../parts/part.js';
import { compileUnit } from '../parts/unit.js';
import { keepWork, recallWork, type KeptWork } from './kept-work.js';
import { TranslationCompiler, type Coverage, type Translation, type TranslationSetting } from '../translation/compile.js';
import { overlaysOf, type Overlay } from '../translation/overlay.js';
import { layoutOf, textFiles, type Layout } from './layout.js';
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
  /** CRC-32 of the media by their SHA-256, which were had in one reading: what a zip says of them */
  checksums: ReadonlyMap<string, number>;
  /** how much of the course is translated, for each of its other languages; empty where the source has errors besides those of translations */
  translations: Coverage[];
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
  #translations = new Map<string, TranslationCompiler>();
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
    if (tree === null) return { course: null, hash: null, bytes: null, diagnostics: list.items, sources: [], checksums: new Map(), translations: [] };
    const library = new MediaLibrary(tree.files.values(), this.#sizes);
    const layout = layoutOf(tree, list);
    // The disk reads the media for their hashes while the texts are compiled.
    const digests = digestAhead([...library.entries.values()], this.#digests);
    const parts = await this.#readParts(layout, library, list);
    await digests;
    this.#parts.turn();
    const asked = this.#parts.askedMedia();

    checkReferences(allParts(parts), unreadKinds(layout, parts), list);
    checkUses(parts, list);
    checkTraceability(parts, list);
    checkAssessments(parts, list);
    const used = [...library.entries].filter(([path]) => asked.has(path)).map(([, entry]) => entry);
    await checkMedia(library, used, this.#svgs, list);
    const media = await describeMedia(used, this.#digests, list);
    const overlays = overlaysOf(tree, layout, parts.course?.value?.language ?? 'und', list);
    const own = [...list.items, ...allParts(parts).flatMap((part) => part.diagnostics)];
    // What is wrong with the original would be said once more of each translation.
    const sound = own.every(({ severity, code }) => severity !== 'error' || code === registry['translation-language'].code || code === registry['translation-extra'].code);
    const translations = sound ? await this.#translate(overlays, { parts, askedBy: (of) => this.#parts.askedMedia(of), hashOf: (part) => this.#parts.hashOf(part), library, sizes: this.#sizes, digests: this.#digests, svgs: this.#svgs }) : [];
    await this.#keepWork();
    const diagnostics = sortDiagnostics([...own, ...translations.flatMap((each) => each.diagnostics)]);
    const sources = sourcesOf(tree, [...used.map((entry) => entry.path), ...translations.flatMap((each) => each.sources)], layout);
    return { ...finish(parts, media, translations, diagnostics), diagnostics, sources, checksums: checksumsOf([...media, ...translations.flatMap(({ course }) => course?.media ?? [])], this.#digests), translations: translations.map(({ coverage }) => coverage) };
  }

  async #translate(overlays: readonly Overlay[], setting: TranslationSetting): Promise<Translation[]> {
    const kept = new Map(overlays.map(({ language }) => [language, this.#translations.get(language) ?? new TranslationCompiler()]));
    this.#translations = kept;
    const translations: Translation[] = [];
    for (const overlay of overlays) translations.push(await (kept.get(overlay.language) ?? new TranslationCompiler()).compile(overlay, setting));
    return translations;
  }

  async #keepWork(): Promise<void> {
    const translations = [...this.#translations].map(([language, { cache }]) => [language, cache] as const);
    if (this.keep === null || ![this.#parts, ...translations.map(([, cache]) => cache)].some(({ news }) => news)) return;
    const plain = new Map(translations.map(([language, cache]) => [language, cache.plain()]));
    await keepWork(this.keep, { parts: this.#parts.plain(), translations: plain, sizes: this.#sizes, digests: this.#digests, svgs: this.#svgs } satisfies Work);
  }

  async #recall(): Promise<void> {
    const work = this.keep === null ? null : ((await recallWork(this.keep)) as Work | null);
    if (work === null) return;
    this.#parts.recall(work.parts);
    for (const [language, parts] of work.translations) {
      const translation = new TranslationCompiler();
      translation.cache.recall(parts);
      this.#translations.set(language, translation);
    }
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
interface Work { parts: ReturnType<PartCache['plain']>; translations: Map<string, ReturnType<PartCache['plain']>>; sizes: SizeCache; digests: DigestCache; svgs: ActiveSvgCache }

/** Compiles a course folder once. See CourseCompiler. */
export function compileCourse(folder: string): Promise<CompileResult> {
  return new CourseCompiler(folder).compile();
}

function finish(parts: SourceParts, media: CompiledCourse['media'], translations: readonly Translation[], diagnostics: readonly Diagnostic[]): Pick<CompileResult, 'course' | 'hash' | 'bytes'> {
  const nothing = { course: null, hash: null, bytes: null };
  if (diagnostics.some((diagnostic) => diagnostic.severity === 'error')) return nothing;
  const original = assemble(parts, media);
  if (original === null) return nothing;
  const translated = translations.flatMap((each) => each.course ?? []);
  const course = translated.length === 0 ? original : { ...original, translations: translated };
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

function sourcesOf(tree: CourseTree, others: readonly string[], layout: Layout): string[] {
  const texts = textFiles(layout).map((entry) => entry.path);
  return [...new Set([...texts, ...others])].filter((path) => tree.files.has(path)).sort();
}

function push<T>(list: T[], value: T | null): void {
  if (value !== null) list.push(value);
}
