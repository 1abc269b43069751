import type { Actor } from '../../identity/actor.js';
import { identityErrors } from '../../identity/errors.js';
import type { Problem } from '../../platform/problem.js';
import type { ItemRow } from '../authoring.entity.js';
import { authoringErrors } from '../errors.js';

/** What can be done with an item, by people. */
export type Deed = 'edit' | 'submit' | 'approve' | 'giveBack' | 'retire' | 'reinstate' | 'comment' | 'waive';
export type Standing = Pick<ItemRow, 'state' | 'sound'> & { /** whether the actor wrote a part of it since its last approved version */ wrote: boolean };

const wrongState = (says: string): Problem => authoringErrors.WRONG_STATE({ says });
const notFor = (says: string): Problem => identityErrors.FORBIDDEN({ says });

/** What stands against a deed; null: nothing. The one place that says who may do what with an item in which state. */
export function hindrance(deed: Deed, actor: Pick<Actor, 'has'>, { state, sound, wrote }: Standing): Problem | null {
  switch (deed) {
    case 'edit':
      if (!actor.has('INSTRUCTOR')) return notFor('Writing questions is for instructors.');
      return state === 'retired' ? authoringErrors.ITEM_RETIRED() : null;
    case 'submit':
      if (!actor.has('INSTRUCTOR')) return notFor('Sending questions to review is for instructors.');
      if (state === 'retired') return authoringErrors.ITEM_RETIRED();
      if (state !== 'draft') return wrongState(state === 'approved' ? 'This question is approved already. Change it first.' : 'This question is in review already.');
      return sound ? null : authoringErrors.NOT_SOUND();
    case 'approve':
      if (!actor.has('REVIEWER')) return notFor('Approving is for reviewers.');
      if (state !== 'in-review') return wrongState('Only a question that is in review can be approved.');
      if (wrote) return authoringErrors.OWN_WORK();
      return sound ? null : authoringErrors.NOT_SOUND();
    case 'giveBack':
      if (!actor.has('REVIEWER', 'INSTRUCTOR')) return notFor('Giving questions back is for reviewers and instructors.');
      return state === 'in-review' ? null : wrongState('Only a question that is in review can be given back.');
    case 'retire':
      if (!actor.has('INSTRUCTOR', 'REVIEWER')) return notFor('Retiring questions is for instructors and reviewers.');
      if (state === 'in-review') return wrongState('This question is in review. Give it back first.');
      return state === 'retired' ? wrongState('This question is retired already.') : null;
    case 'reinstate':
      if (!actor.has('INSTRUCTOR', 'REVIEWER')) return notFor('Taking questions up again is for instructors and reviewers.');
      return state === 'retired' ? null : wrongState('This question is not retired.');
    case 'comment':
      return actor.has('INSTRUCTOR', 'REVIEWER') ? null : notFor('Commenting is for instructors and reviewers.');
    case 'waive':
      if (!actor.has('INSTRUCTOR', 'REVIEWER')) return notFor('Letting findings stand is for instructors and reviewers.');
      return state === 'retired' ? authoringErrors.ITEM_RETIRED() : null;
  }
}
