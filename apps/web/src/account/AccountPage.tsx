import type { ComponentType } from 'react';
import { useQuery } from 'urql';
import { Page } from '../frame/Page.js';
import { MyAccountDocument } from '../generated/graphql.js';
import { Loaded } from '../states/Loaded.js';
import { CalendarSection } from './CalendarSection.js';
import { MailSection } from '../mails/MailSection.js';
import { LicenceSection } from './LicenceSection.js';
import { NameSection } from './NameSection.js';
import type { SectionProps } from './section.js';
import { PasswordSection } from './PasswordSection.js';
import { PasskeysSection } from './PasskeysSection.js';
import { SecondStepSection } from './SecondStepSection.js';
import { SessionsSection } from './SessionsSection.js';
import './account.css';

/** What stands on the page, from top to bottom: to add a section is to add its file and a line here. */
const sections: { title: string; id: string; show: ComponentType<SectionProps> }[] = [
  { title: 'Name', id: 'name', show: NameSection },
  { title: 'Professional licence', id: 'licence', show: LicenceSection },
  { title: 'Password', id: 'password', show: PasswordSection },
  { title: 'Passkeys', id: 'passkeys', show: PasskeysSection },
  { title: 'Second step', id: 'second-step', show: SecondStepSection },
  { title: 'In my calendar', id: 'calendar', show: CalendarSection },
  { title: 'Mails to you', id: 'mails', show: MailSection },
  { title: 'Where you are signed in', id: 'sessions', show: SessionsSection },
];

/** What says how one signs in: not for whom an organisation alone answers. */
const waysIn = ['password', 'passkeys', 'second-step'];

/** One's own account: who one is, how one signs in, and where one is signed in. */
export function AccountPage() {
  const [result, again] = useQuery({ query: MyAccountDocument });
  const reload = () => again({ requestPolicy: 'network-only' });
  return (
    <Page title="My account" slim>
      <Loaded result={result} value={result.data?.viewer} retry={reload} what="account">
        {(mine) => (
          <div className="stack wide">
            {!mine.mayChangeWaysIn && <p className="notice">You came in through your organisation’s own sign-in. To change how you sign in to Preceptor, sign out, and sign in by a link in a mail or by password.</p>}
            {sections.filter(({ id }) => mine.mayChangeWaysIn || !waysIn.includes(id)).map(({ title, id, show: Section }) => <section key={id} aria-labelledby={id} className="stack own-section"><h2 id={id}>{title}</h2><Section mine={mine} reload={reload} /></section>)}
          </div>
        )}
      </Loaded>
    </Page>
  );
}
