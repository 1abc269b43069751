import { defineErrors } from '../platform/problem.js';

export const signInErrors = defineErrors('sign-in', {
  INVITED_ALREADY: { status: 409, says: 'This person is invited already: send that invitation again.', when: 'There is an open invitation for the address in this organisation.' },
  MEMBER_ALREADY: { status: 409, says: 'This person belongs to the organisation already: change the roles in the list of people.', when: 'Somebody with the address and a way to sign in is a member.' },
  INVITATION_OVER: { status: 410, says: 'This invitation does not work any more.', when: 'It was accepted, taken back, sent again under a newer link, or is too old. The sentence says which.' },
  LINK_OVER: { status: 410, says: 'This link does not work any more: it works once, for 15 minutes. Ask for another.', when: 'A link to sign in was used, is too old, or is none of ours.' },
  PASSKEY_UNKNOWN: { status: 401, says: 'This passkey belongs to no account here. Sign in another way; if you removed it here, delete it on your device too.', when: 'Somebody signs in with a passkey that was never added, or was removed.' },
  PASSKEY_REFUSED: { status: 401, says: 'This passkey could not be accepted: too much time went by, or it was made for another address. Try again.', when: 'What an authenticator answered does not fit: its challenge is used up or too old, it is for another site, nobody was verified, or its signature or count is wrong.' },
  PROVIDER_UNREACHABLE: { status: 422, says: 'This identity provider could not be asked how it signs people in.', when: 'An identity provider is set up whose issuer does not answer, or is no OpenID Connect provider. The sentence says why.' },
});
