import { defineErrors } from '../platform/problem.js';

export const identityErrors = defineErrors('identity', {
  UNAUTHENTICATED: { status: 401, says: 'Sign in first.', when: 'Nobody is signed in, the session has ended, or the API key is unknown or revoked.' },
  FORBIDDEN: { status: 403, says: 'Your role does not allow this.', when: 'The caller is known, and has no role (or the API key no scope) for the field or mutation.' },
  WRONG_CREDENTIALS: { status: 401, says: 'The e-mail address or the password is wrong.', when: 'Signing in failed; which of the two was wrong is not said.' },
  RATE_LIMITED: { status: 429, says: 'Too many attempts to sign in. Wait a quarter of an hour and try again.', when: 'Too many failed attempts for one e-mail address or from one network address.' },
  EMAIL_TAKEN: { status: 409, says: 'There is an account with this e-mail address already.', when: 'An account is invited with an address that is in use.' },
  NOT_A_PICTURE: { status: 415, says: 'A logo is a PNG or a JPEG file.', when: 'What was sent as a logo is no picture, of another kind (SVG is not taken: it can run scripts), or has too many pixels.' },
  CODE_NEEDED: { status: 401, says: 'Give the code that your authenticator app shows, or a recovery code.', when: 'The account has a second step at signing in. Sign in again with `code`.' },
  WRONG_CODE: { status: 401, says: 'This code is wrong, or was used already. Wait for the next one.', when: 'A code of the second step does not fit. A recovery code is taken once.' },
  SECOND_FACTOR_ON: { status: 409, says: 'There is a second step already: take it away before you set up another.', when: 'beginSecondFactor or confirmSecondFactor, where it is in force.' },
  LAST_ADMINISTRATOR: { status: 409, says: 'Somebody must stay an administrator: give the role to somebody else first.', when: 'setRoles would take the role from the only administrator of the organisation.' },
});
