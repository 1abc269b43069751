import type { CompiledCourse } from '../compiled.js';
import { PartCache } from '../compiler/part-cache.js';
import { DiagnosticList, sortDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.js';
import { startOfFile, type SourceText } from '../files/source-text.js';
import { assemble } from '../link/assemble.js';
import { checkReferences } from '../link/references.js';
import { allParts, type SourceParts, type UnitParts } from '../link/source-parts.js';
import { checkMedia, type ActiveSvgCache } from '../media/check.js';
import { describeMedia, type DigestCache } from '../media/digest.js';
import { MediaLibrary, type SizeCache } from '../media/library.js';
import { compileAssessment } from '../parts/assessment.js';
import { compileBank, compileChecks } from '../parts/bank.js';
import { compileCourseFile, compileGlossary, compileStatements } from '../parts/course.js';
import { directionOf } from '../parts/language.js';
import { compileLesson, type LessonBody } from '../parts/lesson.js';
import type { IdKind, Part, PartContext } from '../parts/part.js';
import { compileUnit } from '../parts/unit.js';
import { compareLessons } from './lesson.js';
import type { Overlay } from './overlay.js';
import { entryNames, type TranslatedFile } from './texts.js';

/** How much of a course is translated: entries are the course, units, lessons, items, assessments, statements and terms. */
export interface Coverage { language: string; translated: number; entries: number }
/** What one language of a course compiles to. */
export interface Translation { course: CompiledCourse | null; diagnostics: Diagnostic[]; coverage: Coverage; sources: string[] }

/** What a translation is compiled from, besides its own files. */
export interface TranslationSetting {
  parts: SourceParts;
  /** media that the original's files ask for */
  askedBy: (parts: Iterable<Part<unknown>>) => Set<string>;
  /** of the original's files, by part */
  hashOf: (part: Part<unknown>) => string;
  library: MediaLibrary;
  sizes: SizeCache;
  digests: DigestCache;
  svgs: ActiveSvgCache;
}

const entryKinds: ReadonlySet<IdKind> = new Set(['unit', 'lesson', 'item', 'assessment', 'statement', 'term']);

/** Compiles one translation of a course that is itself without error, again and again: see CourseCompiler. */
export class TranslationCompiler {
  constructor(readonly cache = new PartCache()) {}

  async compile(overlay: Overlay, setting: TranslationSetting): Promise<Translation> {
    const list = new DiagnosticList();
    const library = new MediaLibrary(setting.library.entries.values(), setting.sizes, overlay.media);
    const reading = new Reading(overlay, setting, library, this.cache, list);
    const parts = await reading.parts();
    this.cache.turn();
    checkReferences(allParts(parts), new Set(), list);
    const asked = this.cache.askedMedia();
    const fallen = setting.askedBy(reading.fallen);
    const replacing = [...overlay.media].filter(([name]) => asked.has(name)).map(([, entry]) => entry);
    await checkMedia({ entries: overlay.media }, replacing, setting.svgs, list);
    const used = new Set([...[...library.entries].filter(([name]) => asked.has(name)), ...[...setting.library.entries].filter(([name]) => fallen.has(name))].map(([, entry]) => entry));
    const media = await describeMedia([...used].sort((a, b) => (a.path < b.path ? -1 : 1)), setting.digests, list);
    const diagnostics = sortDiagnostics([...list.items, ...reading.told]);
    const broken = diagnostics.some(({ severity }) => severity === 'error');
    const whole = broken ? null : assemble(parts, media);
    const course = whole === null ? null : { ...whole, language: overlay.language, direction: directionOf(overlay.language) };
    return { course, diagnostics, coverage: reading.coverage, sources: [...overlay.texts.values(), ...replacing].map((entry) => entry.path) };
  }
}

type Compile<T> = (source: SourceText, context: PartContext) => Part<T>;

/** One reading of a translation's files. */
class Reading {
  /** parts of the original that stand in for files without a translation */
  readonly fallen: Part<unknown>[] = [];
  /** what is said of the translated files */
  readonly told: Diagnostic[] = [];
  readonly coverage: Coverage;

  constructor(
    private readonly overlay: Overlay, private readonly setting: TranslationSetting, private readonly media: MediaLibrary,
    private readonly cache: PartCache, private readonly list: DiagnosticList,
  ) {
    this.coverage = { language: overlay.language, translated: 0, entries: 0 };
  }

  async parts(): Promise<SourceParts> {
    const { course, statements, glossary, banks, units } = this.setting.parts;
    const read: SourceParts = {
      course: await this.#part('course', course, compileCourseFile),
      statements: await this.#part('statements', statements, compileStatements),
      glossary: await this.#part('glossary', glossary, compileGlossary),
      banks: [],
      units: [],
    };
    for (const bank of banks) read.banks.push(await this.#present('bank', bank, compileBank));
    for (const unit of units) read.units.push(await this.#unit(unit));
    return read;
  }

  async #unit(original: UnitParts): Promise<UnitParts> {
    const lessons: UnitParts['lessons'] = [];
    for (const lesson of original.lessons) {
      const part = await this.#present('lesson', lesson, compileLesson);
      if (lesson.value !== null && part !== lesson) compareLessons(lesson.value, part, this.list);
      lessons.push(part === lesson ? inItsLanguage(lesson, this.setting.parts.course?.value?.language ?? 'und') : part);
    }
    return {
      folder: original.folder,
      unit: await this.#part('unit', original.unit, compileUnit),
      lessons,
      checks: await this.#part('items', original.checks, compileChecks),
      bank: await this.#part('bank', original.bank, compileBank),
      assessment: await this.#part('assessment', original.assessment, compileAssessment),
    };
  }

  async #part<T>(kind: TranslatedFile, original: Part<T> | null, compile: Compile<T>): Promise<Part<T> | null> {
    return original === null ? null : this.#present(kind, original, compile);
  }

  /** The translated part; that of the original where there is no file for it, or none that can be used. */
  async #present<T>(kind: TranslatedFile, original: Part<T>, compile: Compile<T>): Promise<Part<T>> {
    const { path } = original.source;
    const entries = Math.max(1, original.defines.filter((place) => entryKinds.has(place.kind)).length);
    this.coverage.entries += entries;
    const entry = this.overlay.texts.get(path);
    if (entry === undefined) {
      this.list.report('translation-missing', `${this.overlay.folder}/${path}`, startOfFile, `The ${entries === 1 ? entryNames[kind] : `${entries} ${entryNames[kind]}s`} of ${path} ${entries === 1 ? 'is' : 'are'} not translated: there is no such file.`);
      this.fallen.push(original);
      return original;
    }
    const { language } = this.overlay;
    const courseLanguage = this.setting.parts.course?.value?.language ?? 'und';
    const context: PartContext = { media: this.media, language, original: { source: original.source, kind, language: courseLanguage } };
    const part = await this.cache.part(entry, compile, context, this.list, `${courseLanguage} ${this.setting.hashOf(original)}`);
    // What the original is warned of too is said there, once.
    const known = new Set(original.diagnostics.map(({ code }) => code));
    this.told.push(...part?.diagnostics.filter(({ code, severity }) => severity === 'error' || !known.has(code)) ?? []);
    this.coverage.translated += Math.max(0, entries - (part?.lacking ?? entries));
    if (part !== null && part.value !== null) return part;
    this.fallen.push(original);
    return original;
  }
}

/** A lesson of the original within a translation says which language it is in, for voices and for the direction (WCAG 2.2, 3.1.2). */
function inItsLanguage(part: Part<LessonBody>, language: string): Part<LessonBody> {
  if (part.value === null) return part;
  const { lesson } = part.value;
  const html = `<div class="prose" lang="${language}" dir="${directionOf(language)}">${lesson.html}</div>`;
  return { ...part, value: { ...part.value, lesson: { ...lesson, html } } };
}
