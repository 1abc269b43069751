import { defineErrors } from '../platform/problem.js';

export const exchangeErrors = defineErrors('exchange', {
  NOT_READABLE: { status: 422, says: 'No questions could be read from this file.', when: 'The file that was sent is of no known format, is broken, or is too large. The sentence says which.' },
  IMPORT_OVER: { status: 409, says: 'This import was accepted or discarded already. Send the file again.', when: 'An import is read, mapped and accepted once.' },
  FORMAT_CANT_HOLD: { status: 422, says: 'This format can hold none of these questions.', when: 'An export would be empty. Ask `exportReport` why, or choose another format.' },
});
