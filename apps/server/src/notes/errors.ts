import { defineErrors } from '../platform/problem.js';

export const noteErrors = defineErrors('notes', {
  OTHERS_NOTE: { status: 403, says: 'Only who wrote a note can change it; administrators can take it away.', when: 'changeNote by somebody else than its author; removeNote by somebody who is neither its author nor an administrator.' },
});
