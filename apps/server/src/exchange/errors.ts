import { defineErrors } from '../platform/problem.js';

export const exchangeErrors = defineErrors('exchange', {
  NOT_READABLE: { status: 422, says: 'No questions could be read from this file.', when: 'The file that was sent is of no known format, is broken, or is too large. The sentence says which.' },
  IMPORT_BUSY: { status: 429, says: 'Other files are being read. Try again in a minute.', when: 'Two files are read at a time and four more wait, two of one organisation.' },
  IMPORT_OVER: { status: 409, says: 'This import was run already. Send the file again.', when: 'The columns of a table are mapped before its import is run.' },
  IMPORT_NOT_RUN: { status: 409, says: 'There is nothing to take back: this import was not run.', when: 'Only what came in can be taken back.' },
  FILE_GONE: { status: 410, says: 'This file is no longer kept. Send it again.', when: 'A file that was read and not run is kept for a day, a file that was written for an hour.' },
  EXPORT_TOO_LARGE: { status: 413, says: 'At most 10,000 questions are written at once. Narrow the choice.', when: 'An export has at most 10,000 items.' },
  PAPER_IMPOSSIBLE: { status: 422, says: 'This assessment has no question that can stand on paper.', when: 'Nothing of it can be printed, or not with the fonts at hand; the sentence says why.' },
  EXPORT_STOPPED: { status: 422, says: 'Writing these questions takes too long or too much memory. Narrow the choice.', when: 'An export takes at most two minutes and 512 MB.' },
});
