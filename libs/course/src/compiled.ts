import type { Assessment, Bank, Item } from '@preceptor/assessment';
import type { PackageOptions } from './package-options.js';

export type { PackageOptions } from './package-options.js';

/** The one value that a course source compiles to; everything downstream reads it and nothing else. */
export interface CompiledCourse {
  format: 'preceptor-course/1';
  id: string;
  /** the same as `id`: where the folder lies must not change the course */
  slug: string;
  title: string;
  /** BCP 47 */
  language: string;
  direction: 'ltr' | 'rtl';
  descriptionHtml: string;
  /** plain text, for manifests */
  description: string;
  authors: string[];
  licence: string;
  /** the author's own version label */
  version: string;
  keywords: string[];
  creditHours: number | null;
  /** sanitised HTML that names the sources */
  credits: string;
  /** Shown and acknowledged before the first lesson. */
  disclaimer: { html: string } | null;
  rules: CourseRules;
  statements: Statement[];
  glossary: GlossaryTerm[];
  units: Unit[];
  banks: Bank[];
  media: Media[];
  /** what packages of this course are made to do, as far as the source says it */
  packaging?: Partial<PackageOptions>;
  /**
   * The same course in other languages: same units, lessons, items and keys by id, same rules; only texts and media
   * differ. None of them has translations of its own.
   */
  translations?: CompiledCourse[];
}
export interface CourseRules {
  completion: { lessons: 'all' | 'none'; checks: boolean; assessments: string[]; minimumSeconds: number };
  /** Success is decided by these assessments (all must be passed); none: success stays unknown. */
  success: { assessments: string[] };
}
export interface Statement { id: string; text: string; section: string }
export interface GlossaryTerm { id: string; term: string; html: string }
export interface Objective { id: string; text: string; statements: string[] }
export interface Unit { id: string; title: string; summaryHtml: string; objectives: Objective[]; lessons: Lesson[]; assessment: Assessment | null }
export interface Lesson {
  id: string;
  title: string;
  /** Sanitised. Holds `<div data-check="ITEM_ID"></div>`, `<div data-reflection="ID"></div>` and `<button data-term="ID">` where the player sets in what is interactive. Media are `src="media/..."`. */
  html: string;
  /** plain text, for search and print */
  text: string;
  words: number;
  minutes: number;
  statements: string[];
  /** knowledge checks set into the text */
  checks: Item[];
  reflections: Reflection[];
}
export interface Reflection { id: string; promptHtml: string }
/** A file of the course; `path` is relative to the course folder, with forward slashes, beginning `media/`, or `translations/<language>/media/` where a translation has its own. */
export interface Media { path: string; sha256: string; bytes: number; type: string }
