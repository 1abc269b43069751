import type { Assessment, Form, Item, ItemView, Kind } from '@preceptor/assessment';
import type { CourseRules, GlossaryTerm, Reflection } from '../compiled.js';
import type { PackageOptions } from '../package-options.js';

/**
 * What a player is given first: enough for the outline, for progress and for resuming, and no lesson text, item or
 * key, so that its size hardly grows with the course. Everything else is fetched when it is opened.
 */
export interface CourseOutline {
  format: 'preceptor-outline/1';
  id: string;
  /** SHA-256 of the compiled course, hex: which version this is */
  version: string;
  title: string;
  language: string;
  direction: 'ltr' | 'rtl';
  disclaimerHtml: string | null;
  credits: string;
  rules: CourseRules;
  units: OutlineUnit[];
  /** the glossary has terms */
  glossary: boolean;
}
export interface OutlineUnit { id: string; title: string; summaryHtml: string; objectives: string[]; lessons: OutlineLesson[]; assessment: OutlineAssessment | null; /** what it waits for, where the server keeps it closed for this learner: a day, YYYY-MM-DD, or the unit that is completed first */ opening?: { on: string | null; after: string | null } }
export interface OutlineLesson { id: string; title: string; minutes: number; checks: OutlineItem[]; reflections: string[] }
/** `choices` is how many things can be chosen, matched or ordered: what a compact state needs to know. */
export interface OutlineItem {
  id: string; kind: Kind; choices: number;
  /** changes when what is asked or its key changes; kept answers to another revision are not used. Missing: not known (outlines of earlier versions) */
  revision?: string;
}
export interface OutlineAssessment extends Omit<Assessment, 'sections' | 'introHtml' | 'forms'> {
  /** items in one form */
  itemCount: number;
  /** the fixed forms, by id only */
  forms?: { id: string }[];
  /** changes when the forms that can be drawn change; an open attempt at another revision begins again */
  revision?: string;
}

/** A lesson as the player shows it. `Q` is ItemView where a server scores, Item where the player must. */
export interface LessonContent<Q extends ItemView | Item> { id: string; html: string; checks: Q[]; reflections: Reflection[] }
/** What a package carries for one assessment: the player draws forms itself. */
export interface AssessmentContent { assessment: Assessment; items: Item[]; /** bank id -> item ids */ banks: Record<string, string[]> }
/** A form with what is shown, in the order it is shown. */
export interface DeliveredForm { form: Form; introHtml: string; items: ItemView[] }
/** A lesson as search sees it: `unit` is the unit's id, `text` plain. */
export interface SearchEntry { id: string; title: string; unit: string; text: string }
export type Glossary = GlossaryTerm[];

/**
 * How a page tells the player what it is: the JSON in `<script type="application/json" id="preceptor">`.
 * `content` of a packaged course are files `content/<id>.js`, each one statement that hands its value over by
 * `document.currentScript.dispatchEvent(new CustomEvent('preceptor:content', { detail: VALUE }))`, which works from
 * `file://` too. Ids: a lesson's, an assessment's, `glossary`, `search`. The first lesson is in `first`.
 * Where a course has several languages, those of the others lie in `content/<language>/`, with `outline` and `words` besides.
 */
export type PlayerBoot = HostedBoot | PackagedBoot;
export interface HostedBoot { standard: 'hosted'; enrolment: string; endpoint: string; home: string; words?: PlayerWords }
export interface PackagedBoot {
  standard: 'scorm-1.2' | 'scorm-2004' | 'cmi5' | 'standalone';
  /** of the whole course, or of the part that this SCO or AU is, with the rules that hold for the part */
  outline: CourseOutline;
  first: LessonContent<Item> | null;
  /** nothing is recorded */
  mode?: 'browse';
  /** the player's own words in the outline's language */
  words?: PlayerWords;
  /** the course's languages, the outline's among them, where there is a choice; `title` is the language's own name, `course` what the course is called in it */
  languages?: { language: string; direction: 'ltr' | 'rtl'; title: string; course?: string }[];
  reporting?: Reporting;
  window?: 'window';
  exitButton?: true;
  /** ISO 8601 date, the last day */
  validUntil?: string;
  timeLimitSeconds?: number;
  /** Where this is one part of several: the others are opened by the LMS. */
  part?: { id: string; number: number; of: number; courseTitle: string };
  /** where `content/` is to be found as a file of its own is not wanted: everything by content id (a single-file preview) */
  contents?: Record<string, unknown>;
}
/** How progress is told to an LMS, as far as the packager may choose (PackageOptions). */
export interface Reporting {
  status: PackageOptions['status'];
  interactions: PackageOptions['interactions'];
  exit: PackageOptions['exit'];
  /** characters of suspend data that the edition guarantees, where it is not the standard's usual number */
  suspendLimit?: number;
  /** the LMS opens the next part once this one is passed: where there is no verdict to tell, being complete is told as passed */
  completionPasses?: true;
}
/** The words of one language as data: `apps/player/src/words/words.ts` says which there are. */
export type PlayerWords = { [key: string]: unknown };
