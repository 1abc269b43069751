import { defineErrors } from '../platform/problem.js';

export const credentialsErrors = defineErrors('credentials', {
  NOT_EARNED: { status: 409, says: 'The certificate is not earned yet.', when: 'A certificate is asked for before its conditions are met; the sentence names what is left.' },
  NEEDS_APPROVAL: { status: 409, says: 'A coordinator approves certificates of this cohort. Yours is waiting.', when: 'A learner asks for a certificate that somebody has to approve, or whose earlier one was revoked.' },
  CERTIFICATES_OFF: { status: 409, says: 'No certificates are issued here.', when: 'The cohort issues none, or the learner takes the course alone and no staff issued one.' },
  HAS_CERTIFICATE: { status: 409, says: 'There is a valid certificate already.', when: 'A certificate is issued to somebody who has one. Re-issue it if something on it is to change.' },
  NOT_VALID: { status: 409, says: 'This certificate is not valid any more.', when: 'A certificate that was revoked or replaced is revoked, renewed or re-issued.' },
  PRE_TEST_COUNTS: { status: 400, says: 'This assessment counts toward passing the course, so that it can\'t be the pre-test.', when: 'A pre-test is chosen that the course\'s success asks for, or that is the post-test too.' },
  LOW_CONTRAST: { status: 400, says: 'This colour is too light to be read on white paper.', when: 'A colour of the template has a contrast of less than 4.5 to 1 with white.' },
  UNPRINTABLE: { status: 409, says: 'The fonts of this server can\'t print this certificate.', when: 'A name or text is in a script that neither Roboto nor PAPER_FONT holds, or runs from right to left. The certificate is valid and its page can be shown; see docs/operators.md.' },
  BAD_IMAGE: { status: 400, says: 'Send a PNG or JPEG of at most 150 kB and 2,000 pixels a side.', when: 'A picture for the template is something else, damaged or too large.' },
  TOO_MANY_LOOKUPS: { status: 429, says: 'Too many look-ups. Wait a minute and try again.', when: 'One network address checked more than 120 certificates within a minute.' },
});
