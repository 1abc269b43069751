import { defineErrors } from '../platform/problem.js';

export const rosterErrors = defineErrors('rosters', {
  ROSTER_NOT_READABLE: { status: 422, says: 'No roster could be read from this file.', when: 'The file that was sent is no CSV, .xlsx or OneRoster zip, is broken, or is too large. The sentence says which.' },
  ROSTER_BUSY: { status: 429, says: 'Other files are being read. Try again in a minute.', when: 'Two rosters are read at a time and four more wait, two of one organisation.' },
  ROSTER_OVER: { status: 409, says: 'This roster is being imported or was imported already. Send the file again.', when: 'A roster can be mapped, run and discarded until it is run.' },
  ROSTER_UNMAPPED: { status: 409, says: 'Say first which column holds the e-mail address.', when: 'A roster is run once its columns are known.' },
});
