import MailComposer from 'nodemailer/lib/mail-composer';
import { mailKinds } from '../kinds/registry.js';
import type { MailRow } from '../mail.entity.js';
import { htmlOf } from './html.js';
import { footers } from './footers.js';

export interface Sender { name: string; address: string }

/** The same for every try of a mail, so that whoever gets it twice can tell (RFC 5322 3.6.4). */
export const messageId = (id: string, host: string): string => `<${id}@${host}>`;

/** The mail as it goes over the wire (RFC 5322, MIME). `unsubscribe`: where one click ends mails like it (RFC 8058). */
export async function messageOf(mail: MailRow, sender: Sender, host: string, unsubscribe: string | null): Promise<Buffer> {
  const links = Object.entries(mailKinds[mail.kind].variables).filter(([, { link }]) => link === true).map(([name]) => mail.data[name] ?? '').filter((link) => /^https?:\/\//.test(link));
  const footer = unsubscribe === null ? null : { says: footers[mail.language] ?? footers['en'] ?? '', link: unsubscribe };
  return new MailComposer({
    from: { name: sender.name, address: sender.address },
    to: { name: '', address: mail.toAddress },
    subject: mail.subject,
    text: footer === null ? mail.body : `${mail.body}\n\n-- \n${footer.says} ${footer.link}`,
    html: htmlOf(mail.body, links, mail.language, footer),
    messageId: messageId(mail.id, host),
    date: new Date(mail.queuedAt),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': mail.language,
      ...(unsubscribe === null ? {} : { 'List-Unsubscribe': { prepared: true, value: `<${unsubscribe}>` }, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
  }).compile().build();
}
