import { Link } from '@tanstack/react-router';
import { When } from '../time/When.js';
import { categoryWords } from './categories.js';

interface Props { account: { email: string; mailTrouble: { mailId: string; at: string; reason: string } | null; unsubscribed: { category: string; at: string }[] } }

/** What keeps mails from a person: her address takes none, or she wants none. Nothing where they reach her. */
export function MailNotice({ account: { email, mailTrouble, unsubscribed } }: Props) {
  if (mailTrouble === null && unsubscribed.length === 0) return null;
  return (
    <div className="notice stack tight" role="note">
      {mailTrouble !== null && <p><span className="bad">{email} takes no mail:</span> the one of <When at={mailTrouble.at} /> came back. <Link to="/mails/$mail" params={{ mail: mailTrouble.mailId }}>Read why</Link></p>}
      {unsubscribed.length > 0 && <p>Wants no mails: {unsubscribed.map(({ category }) => (categoryWords[category]?.title ?? category).toLowerCase()).join(', ')}.</p>}
    </div>
  );
}
