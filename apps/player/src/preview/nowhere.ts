import type { CourseOutline } from '@preceptor/course/delivery';
import type { Delivery } from '../delivery/delivery.js';
import { DeliveryError } from '../delivery/delivery.js';

const none = (): Promise<never> => Promise.reject(new DeliveryError('NOT_FOUND', 'a question alone has no course around it'));

/** Where a question alone comes from: nothing can be fetched, and nothing is recorded. */
export const nowhere: Delivery = {
  outline: none, lesson: none, glossary: none, search: none, item: none, answer: none, recall: none, startAttempt: none, submitAttempt: none,
};

/** The outline of no course. */
export function emptyOutline(language: string, direction: 'ltr' | 'rtl'): CourseOutline {
  return {
    format: 'preceptor-outline/1', id: 'none', version: '', title: '', language, direction, disclaimerHtml: null, credits: '',
    rules: { completion: { lessons: 'all', checks: false, assessments: [], minimumSeconds: 0 }, success: { assessments: [] } }, units: [], glossary: false,
  };
}
