/** What the sign-in page says to whom an organisation's own sign-in sent back without letting her in. */
export const failures: Record<string, string> = {
  'no-account': 'Your organisation knows you, and there is no account for you here yet. Ask whoever runs your courses to invite you.',
  'account-elsewhere': 'Your address belongs to an account of another organisation here. Ask whoever runs your courses to invite you by mail; once you have accepted, this way in works too.',
  'linked-otherwise': 'Your address belonged to somebody else at your organisation before. Sign in by a link in a mail, and ask whoever runs your courses.',
  'not-verified': 'Your organisation does not say that your e-mail address is verified, so nobody could be let in. Sign in another way, or ask those who run its sign-in.',
  'no-address': 'Your organisation did not tell your e-mail address, by which you are known here. Sign in another way, or ask those who run its sign-in.',
  'other-domain': 'Your e-mail address there is not one that this way in is for. Sign in another way.',
  'unreachable': 'Your organisation’s sign-in can’t be reached. Try again in a few minutes, or sign in another way.',
  'cancelled': 'You did not sign in at your organisation. Nothing was changed.',
  'over': 'That took too long, or was begun in another browser. Try again.',
  'not-understood': 'What your organisation’s sign-in answered could not be accepted. Try again; if it stays so, tell whoever runs your courses.',
  'too-many': 'Too many attempts came from your network. Wait a quarter of an hour and try again.',
};
