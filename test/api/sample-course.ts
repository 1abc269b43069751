import { createHash } from 'node:crypto';
import type { Assessment, Item } from '@preceptor/assessment';
import type { CompiledCourse, Lesson, Unit } from '@preceptor/course/compiled';

/** What only a key or feedback may say: no learner may meet it before it is released. */
export const secrets = { key: 'opt-right', feedback: 'FEEDBACK-OF-THE-KEY', statement: 'st-secret' };

const choice = (id: string): Item => ({
  id, kind: 'single-choice', stemHtml: `<p>Which one for ${id}?</p>`, statements: [secrets.statement], level: 'application', difficulty: 'medium', maxScore: 1, shuffle: true, certainty: false, lessons: ['first'], tags: [],
  content: { options: ['opt-right', 'opt-near', 'opt-far'].map((option) => ({ id: option, html: `<p>${option} of ${id}</p>` })) },
  key: { correct: 'opt-right' }, feedback: { correctHtml: `<p>${secrets.feedback}</p>`, incorrectHtml: `<p>${secrets.feedback}</p>`, byChoice: { 'opt-near': `<p>${secrets.feedback} near</p>` } },
});
const lesson = (id: string, checks: Item[] = [], reflections: string[] = []): Lesson => ({
  id, title: `Lesson ${id}`, html: `<p>The text of ${id}.</p>`, text: `The text of ${id}.`, words: 5, minutes: 2, statements: [], checks, reflections: reflections.map((reflection) => ({ id: reflection, promptHtml: '<p>Why?</p>' })),
});
const assessment = (id: string, rest: Partial<Assessment>): Assessment => ({
  id, title: `Assessment ${id}`, introHtml: '<p>Begin.</p>', purpose: 'quiz', passMark: 0.8, maxAttempts: null, timeLimitSeconds: null, feedback: 'after-submit', navigation: 'free',
  sections: [{ id: 'all', title: 'All', shuffle: true, draw: [{ bank: 'bank', count: 4 }] }], ...rest,
});
const unit = (id: string, lessons: Lesson[], own: Assessment | null): Unit => ({ id, title: `Unit ${id}`, summaryHtml: '', objectives: [], lessons, assessment: own });

/** A small course with an assessment of every rule: `quiz` says at once what was right, `final` allows two attempts, `timed` a minute and says nothing. */
export const sampleCourse = (label = '1'): CompiledCourse => ({
  format: 'preceptor-course/1', id: 'sample', slug: 'sample', title: 'A sample', language: 'en', direction: 'ltr', descriptionHtml: '', description: 'A course for tests.', authors: [], licence: 'MIT', version: label, keywords: [], creditHours: null, credits: '',
  disclaimer: { html: '<p>Mind this.</p>' },
  rules: { completion: { lessons: 'all', checks: true, assessments: ['final'], minimumSeconds: 0 }, success: { assessments: ['final'] } },
  statements: [{ id: secrets.statement, text: 'Something', section: '1' }], glossary: [{ id: 'term', term: 'Term', html: '<p>Its meaning.</p>' }],
  units: [
    unit('unit-one', [lesson('first', [choice('check-one')], ['why']), lesson('second')], assessment('quiz', { feedback: 'immediate' })),
    unit('unit-two', [lesson('third')], assessment('final', { purpose: 'final', maxAttempts: 2 })),
    unit('unit-three', [lesson('fourth')], assessment('timed', { timeLimitSeconds: 60, maxAttempts: 2, feedback: 'never' })),
  ],
  banks: [{ id: 'bank', title: 'Bank', unit: 'unit-one', items: Array.from({ length: 8 }, (_, n) => choice(`item-${n}`)) }],
  media: [],
});

/** A compiled course as it is published: canonical enough for tests. */
export function published(course: CompiledCourse): { compiled: string; hash: string } {
  const compiled = JSON.stringify(course);
  return { compiled, hash: createHash('sha256').update(compiled).digest('hex') };
}
