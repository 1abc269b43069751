import type { Assessment, Form, Item, ItemView, Kind } from '@preceptor/assessment';
import type { CourseRules, GlossaryTerm, Reflection } from '../compiled.js';

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
export interface OutlineUnit { id: string; title: string; summaryHtml: string; objectives: string[]; lessons: OutlineLesson[]; assessment: OutlineAssessment | null }
export interface OutlineLesson { id: string; title: string; minutes: number; checks: OutlineItem[]; reflections: string[] }
/** `choices` is how many things can be chosen, matched or ordered: what a compact state needs to know. */
export interface OutlineItem { id: string; kind: Kind; choices: number }
export interface OutlineAssessment extends Omit<Assessment, 'sections' | 'introHtml'> {
  /** items in one form */
  itemCount: number;
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
 */
export type PlayerBoot =
  | { standard: 'hosted'; enrolment: string; endpoint: string; home: string }
  | { standard: 'scorm-1.2' | 'scorm-2004' | 'standalone'; outline: CourseOutline; first: LessonContent<Item> | null; /** nothing is recorded */ mode?: 'browse' };
