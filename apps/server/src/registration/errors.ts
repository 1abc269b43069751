import { defineErrors } from '../platform/problem.js';

export const registrationErrors = defineErrors('registration', {
  CODE_UNKNOWN: { status: 404, says: 'Nobody can register with this code. Look whether it is typed right, or ask whoever gave it to you.', when: 'A registration code is of none, or registration was closed or given another code.' },
  REGISTRATION_OVER: { status: 410, says: 'This link does not work any more: it works for one day. Register again.', when: 'A link that confirms a registration is too old, or none of ours.' },
  DECIDED_ALREADY: { status: 409, says: 'Somebody has decided about this person already.', when: 'decideRegistration, twice.' },
});
