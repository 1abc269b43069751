import { defineErrors } from '../platform/problem.js';

export const mailErrors = defineErrors('mail', {
  TEMPLATE_FAULTY: { status: 400, says: 'This template can\'t be used.', when: 'A template names a variable that its kind does not have, or lacks a subject or text. The message says where.' },
});
