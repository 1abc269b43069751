import type { ItemResponse, ItemView } from '@preceptor/assessment';
import type { CourseOutline, OutlineAssessment, OutlineLesson } from '@preceptor/course/delivery';
import type { Progress } from '@preceptor/tracking';

/* Values that come as JSON in GraphQL, recognised before they are used; something else reads as nothing. */

const record = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const isProgress = (value: unknown): value is Progress => record(value) && record(value['lessons']) && record(value['assessments']) && typeof value['fraction'] === 'number';
const isOutline = (value: unknown): value is CourseOutline => record(value) && Array.isArray(value['units']);
const isView = (value: unknown): value is ItemView => record(value) && typeof value['id'] === 'string' && typeof value['kind'] === 'string' && record(value['content']);
const isResponse = (value: unknown): value is ItemResponse => record(value) && 'value' in value;

export function readProgress(value: unknown): Progress | null {
  return isProgress(value) ? value : null;
}

export function readOutline(value: unknown): CourseOutline | null {
  return isOutline(value) ? value : null;
}

/** The items of a DeliveredForm, in the order they were shown. */
export function readForm(value: unknown): ItemView[] {
  return record(value) && Array.isArray(value['items']) ? value['items'].filter(isView) : [];
}

export function readResponses(value: unknown): Map<string, ItemResponse> {
  const found = new Map<string, ItemResponse>();
  if (record(value)) for (const [item, response] of Object.entries(value)) if (isResponse(response)) found.set(item, response);
  return found;
}

export type Outcome = 'correct' | 'partial' | 'incorrect' | 'unanswered' | 'pending';
const outcomes: readonly Outcome[] = ['correct', 'partial', 'incorrect', 'unanswered', 'pending'];

/** What an item earned, out of a Score; null while it isn't released. */
export function readScore(value: unknown): { raw: number; max: number; outcome: Outcome } | null {
  if (!record(value)) return null;
  const { raw, max, outcome: word } = value;
  const outcome = outcomes.find((each) => each === word);
  return typeof raw === 'number' && typeof max === 'number' && outcome !== undefined ? { raw, max, outcome } : null;
}

/** The sentences of an EarnedFeedback (sanitised HTML from the course compiler): those on one choice or part by its id, and those on the whole. */
export function readFeedback(value: unknown): { of: ReadonlyMap<string, string>; whole: string[] } {
  if (!record(value)) return { of: new Map(), whole: [] };
  const sentence = (each: unknown): each is string => typeof each === 'string' && each !== '';
  const of = record(value['byChoice']) ? Object.entries(value['byChoice']).filter((pair): pair is [string, string] => sentence(pair[1])) : [];
  return { of: new Map(of), whole: Array.isArray(value['html']) ? value['html'].filter(sentence) : [] };
}

export interface CourseIndex { lessons: OutlineLesson[]; lesson: Map<string, OutlineLesson>; assessment: Map<string, OutlineAssessment> }

export function indexOf(outline: CourseOutline | null): CourseIndex {
  const lessons = outline?.units.flatMap((unit) => unit.lessons) ?? [];
  const assessments = outline?.units.flatMap((unit) => (unit.assessment === null ? [] : [unit.assessment])) ?? [];
  return { lessons, lesson: new Map(lessons.map((each) => [each.id, each])), assessment: new Map(assessments.map((each) => [each.id, each])) };
}
