import { defineErrors } from '../platform/problem.js';

export const authoringErrors = defineErrors('authoring', {
  EDITED_MEANWHILE: { status: 409, says: 'Somebody else saved this item after you opened it. Nothing of yours is lost: compare both and save again.', when: 'An item was saved from a revision that is no longer the newest. Ask for the newest, join the two, and save from it.' },
  NAME_TAKEN: { status: 409, says: 'There is one with this name already.', when: 'A bank of the organisation, or an item of the bank, has this name.' },
  FOLDERS_FULL: { status: 409, says: 'This bank can take no more folders here.', when: 'A bank has at most 300 folders, at most 6 deep.' },
  FOLDER_IN_ITSELF: { status: 409, says: 'A folder can\'t be moved into itself or into a folder that lies in it.', when: 'The new parent of a folder is the folder itself or lies below it.' },
  FOLDER_NOT_EMPTY: { status: 409, says: 'This folder still holds questions or folders, retired questions counted. Move them first.', when: 'Only a folder that holds nothing can be deleted.' },
  TOO_MANY_ITEMS: { status: 413, says: 'These are more than 2,000 questions. Narrow the list and change them in parts.', when: 'One change takes at most 2,000 items.' },
  COMPARING: { status: 409, says: 'The questions are being compared already. Look again in a moment.', when: 'One comparison of an organisation\'s items runs at a time.' },
  ALREADY_UNDONE: { status: 409, says: 'This change was taken back already.', when: 'A change of many items is undone once.' },
  DOCUMENT_TOO_LARGE: { status: 413, says: 'This question holds more than 200 kB of text.', when: 'The document of an item, as JSON, has at most 200,000 characters.' },
  ITEM_RETIRED: { status: 409, says: 'This question is retired. Take it up again before you change it.', when: 'A retired item is not edited or sent to review; reinstateItem makes a draft of it.' },
  WRONG_STATE: { status: 409, says: 'This can\'t be done in the state that the question is in.', when: 'Drafts are sent to review, items in review are approved or given back, whatever is not in review is retired. Look at the item\'s state again: somebody may have been quicker.' },
  NOT_SOUND: { status: 409, says: 'This question can\'t be scored yet. Mend what the editor marks as an error first.', when: 'Only an item whose document compiles without an error is sent to review or approved.' },
  OWN_WORK: { status: 403, says: 'You wrote on this question, so somebody else must approve it.', when: 'Whoever saved a revision of an item since its last approved version does not approve it; nor does who made it, as long as none was approved.' },
  REASON_MISSING: { status: 400, says: 'Say why, so that others understand it.', when: 'A finding is waived, an item given back to its author or retired, with a reason.' },
  COMMENTS_FULL: { status: 409, says: 'This question has as many comments as it can hold.', when: 'An item has at most 1,000 comments.' },
  MEDIUM_REFUSED: { status: 415, says: 'Send a PNG, JPEG, WebP, GIF or SVG picture, or an MP3, M4A, OGG or WAV sound.', when: 'The bytes are not what the name\'s ending says, a picture has no size, or an SVG runs a script or fetches from outside.' },
});
