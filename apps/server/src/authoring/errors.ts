import { defineErrors } from '../platform/problem.js';

export const authoringErrors = defineErrors('authoring', {
  EDITED_MEANWHILE: { status: 409, says: 'Somebody else saved this item after you opened it. Nothing of yours is lost: compare both and save again.', when: 'An item was saved from a revision that is no longer the newest. Ask for the newest, join the two, and save from it.' },
  NAME_TAKEN: { status: 409, says: 'There is one with this name already.', when: 'A bank of the organisation, or an item of the bank, has this name.' },
});
