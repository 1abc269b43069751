import { defineErrors } from '../platform/problem.js';

export const deliveryErrors = defineErrors('delivery', {
  NOT_OPEN: { status: 409, says: 'This assessment is not open yet.', when: 'startAttempt before the assessment opens for this learner. The message says when it does.' },
  CLOSED: { status: 409, says: 'This assessment is closed.', when: 'startAttempt after the assessment has closed for this learner, or so late that waiting for the next attempt would take until then.' },
  WAIT: { status: 409, says: 'The next attempt can\'t begin yet.', when: 'startAttempt before the waiting time since the last attempt is over. The message says when it is.' },
  PASSWORD_WANTED: { status: 403, says: 'A password is needed to begin. The person who leads the assessment has it.', when: 'startAttempt without `password` where the rules ask for one.' },
  PASSWORD_WRONG: { status: 403, says: 'This is not the password.', when: 'startAttempt with another password than the rules have.' },
  PASSWORD_LOCKED: { status: 429, says: 'Too many wrong passwords. Try again in a few minutes.', when: 'Ten wrong passwords of one learner within ten minutes.' },
  NETWORK_REFUSED: { status: 403, says: 'This assessment can only be taken from certain networks, and yours is not among them.', when: 'startAttempt from an address outside the ranges of the rules. Behind a proxy the server sees the learner\'s address only with TRUST_PROXY.' },
  RULES_IMPOSSIBLE: { status: 400, says: 'These rules contradict each other.', when: 'saveDeliveryRules, for instance with a closing before the opening. `extensions.path` names the field, the message says why.' },
});
