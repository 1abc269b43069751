import type { MailState } from '../generated/graphql.js';

/** What became of a mail, in a coordinator's words. */
export const stateWords: Record<MailState, string> = {
  QUEUED: 'Waiting', SENDING: 'Being sent', SENT: 'Sent', UNSURE: 'Not sure', BOUNCED: 'Bounced', FAILED: 'Failed', SUPPRESSED: 'Not wanted', OVERTAKEN: 'Not needed any more',
};
export const mailStates = Object.keys(stateWords) as MailState[];
/** After these somebody may want it sent again. */
export const canGoAgain: ReadonlySet<MailState> = new Set<MailState>(['SENT', 'UNSURE', 'BOUNCED', 'FAILED']);
/** These want somebody's eye. */
export const troubled: ReadonlySet<MailState> = new Set<MailState>(['UNSURE', 'BOUNCED', 'FAILED']);
