import { defineErrors } from '../platform/problem.js';

export const mailErrors = defineErrors('mail', {
  TEMPLATE_FAULTY: { status: 400, says: 'This template can\'t be used.', when: 'A template names a variable that its kind does not have, or lacks a subject or text. The message says where.' },
  SECRET_FORGOTTEN: { status: 409, says: 'The link of this mail is kept nowhere once it was sent. Ask for a new one instead.', when: 'sendMailAgain of an invitation or a link to sign in that was sent.' },
  NOT_A_REPORT: { status: 422, says: 'This is not a report of a mail server that a mail could not be delivered.', when: 'POST /mails/bounces with something else than a delivery status notification (RFC 3464), such as an answer that somebody is away.' },
  NOT_ENDED: { status: 409, says: 'This mail is still to be sent, or its recipient has unsubscribed.', when: 'sendMailAgain of a mail that is queued, under way or not wanted.' },
});
