import type { Assessment, ItemOf } from '@preceptor/assessment';
import type { CompiledCourse, Lesson, Unit } from '@preceptor/course/compiled';

/** A course as it was compiled, small enough to be edited by hand, and the edits that an author makes. For tests. */
export type Question = ItemOf<'single-choice'>;

export function question(id: string): Question {
  return {
    id, kind: 'single-choice', stemHtml: `<p>What of ${id}?</p>`, statements: [], level: 'recall', difficulty: 'easy', maxScore: 1, shuffle: true, certainty: false, lessons: [], tags: [], feedback: {},
    content: { options: [{ id: 'a', html: `This of ${id}` }, { id: 'b', html: `That of ${id}` }, { id: 'c', html: `Neither of ${id}` }] }, key: { correct: 'a' },
  };
}
export function lesson(id: string, checks: string[] = [`${id}-check`, `${id}-also`]): Lesson {
  return { id, title: id, html: `<p>${id}</p>`, text: id, words: 1, minutes: 1, statements: [], checks: checks.map(question), reflections: [{ id: `${id}-thought`, promptHtml: '<p>And you?</p>' }] };
}
function assessment(id: string): Assessment {
  return {
    id, title: id, introHtml: '', purpose: id === 'final' ? 'final' : 'quiz', passMark: 0.8, maxAttempts: 3, timeLimitSeconds: null, feedback: 'after-submit', navigation: 'free',
    sections: [{ id: 'all', title: 'All', draw: [{ bank: `${id}-bank`, count: 2 }], shuffle: true }],
  };
}
export function unit(id: string, lessons: string[], assessed: string | null = null): Unit {
  return { id, title: id, summaryHtml: '', objectives: [], lessons: lessons.map((one) => lesson(one)), assessment: assessed === null ? null : assessment(assessed) };
}

export function firstVersion(): CompiledCourse {
  return {
    format: 'preceptor-course/1', id: 'sample', slug: 'sample', title: 'Sample', language: 'en', direction: 'ltr', descriptionHtml: '', description: '', authors: [], licence: '', version: '1', keywords: [], creditHours: null,
    credits: '', disclaimer: null, statements: [], glossary: [], media: [],
    rules: { completion: { lessons: 'all', checks: true, assessments: ['final'], minimumSeconds: 0 }, success: { assessments: ['final'] } },
    units: [unit('one', ['l1', 'l2', 'l3'], 'quiz'), unit('two', ['l4', 'l5', 'l6'], 'final')],
    banks: ['quiz', 'final'].map((id) => ({ id: `${id}-bank`, title: id, unit: null, items: [1, 2, 3, 4].map((at) => question(`${id}-${at}`)) })),
  };
}

/** The next version: a copy in which `edit` changed something. */
export function edited(course: CompiledCourse, edit: (course: CompiledCourse) => void): CompiledCourse {
  const next = structuredClone(course);
  edit(next);
  return next;
}
export const lessonsOf = (course: CompiledCourse): Lesson[] => course.units.flatMap(({ lessons }) => lessons);
export const checksOf = (course: CompiledCourse): Question[] => lessonsOf(course).flatMap(({ checks }) => checks as Question[]);
export const assessmentsOf = (course: CompiledCourse): Assessment[] => course.units.flatMap((one) => one.assessment ?? []);

/** What an answer is an answer to, spelt out: not by the hashes that are under test. */
export function askedBy({ stemHtml, content, key, maxScore }: Question): string {
  return JSON.stringify([stemHtml.replace(/<[^>]*>/g, ''), content.options.toSorted((a, b) => (a.id < b.id ? -1 : 1)), key, maxScore]);
}
/** What forms can be drawn, spelt out. */
export function formsOf(course: CompiledCourse, { sections }: Assessment): string {
  const drawn = (bank: string): unknown => (found(course.banks, ({ id }) => id === bank).items as Question[]).map((item) => JSON.stringify([item.id, item.shuffle, askedBy(item)])).toSorted();
  return JSON.stringify(sections.map((section) => [section.id, section.shuffle, section.draw?.map(({ bank, count }) => [count, drawn(bank)])]));
}

/** Removes what `wanted` finds from a list, and gives it back. */
export function taken<T>(list: T[], wanted: (one: T) => boolean): T {
  const [one] = list.splice(list.findIndex(wanted), 1);
  if (one === undefined) throw new Error('there is no such thing in the list');
  return one;
}
export function found<T>(list: readonly T[], wanted: (one: T) => boolean): T {
  const one = list.find(wanted);
  if (one === undefined) throw new Error('there is no such thing in the list');
  return one;
}
