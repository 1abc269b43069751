import { defineErrors } from '../platform/problem.js';

export const privacyErrors = defineErrors('privacy', {
  NOT_CONFIRMED: { status: 400, says: 'Type the person\'s e-mail address to confirm.', when: 'erasePerson with another `confirmation` than the e-mail address of the account. Nothing was erased.' },
  STILL_ADMINISTRATOR: { status: 409, says: 'An administrator can\'t be erased: take that role away first.', when: 'erasePerson for oneself or for another administrator.' },
  ELSEWHERE_TOO: { status: 409, says: 'This person belongs to another organisation of this installation too, which must let go of her first.', when: 'erasePerson where the account is a member of more than one organisation.' },
});
