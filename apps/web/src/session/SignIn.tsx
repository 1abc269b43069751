import { Navigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { safePath } from '../frame/address.js';
import { Page } from '../frame/Page.js';
import { DemoPeopleDocument, SignInAsDemoDocument } from '../generated/graphql.js';
import { AskForLink } from '../joining/AskForLink.js';
import { fieldFaults } from '../states/faults.js';
import { DemoPeople } from './DemoPeople.js';
import { failures } from './failures.js';
import { OtherWays } from './OtherWays.js';
import { PasswordForm } from './PasswordForm.js';
import { useSession } from './Session.js';
import './sign-in.css';

/** The way in: who one is, then how one shows it. */
export function SignIn() {
  const search = useSearch({ from: '/sign-in' });
  const next = safePath(search.next);
  const { person } = useSession();
  const [demo] = useQuery({ query: DemoPeopleDocument });
  const [demoSigning, signInAsDemo] = useMutation(SignInAsDemoDocument);
  const [linkFor, setLinkFor] = useState<string | null>(null);
  const [fault, setFault] = useState(search.failed === undefined ? undefined : failures[search.failed]);
  if (person !== null && person !== undefined) return <Navigate to={next} replace />;

  async function enterAs(accountId: string) {
    const { error } = await signInAsDemo({ accountId });
    if (error === undefined) location.assign(next);
    else setFault(Object.values(fieldFaults(error)).join(' '));
  }
  const people = demo.data?.demoPeople ?? [];
  return (
    <Page title="Sign in" slim trail="Preceptor">
      <div className={people.length > 0 ? 'sign-in with-demo' : 'sign-in'}>
        <div className="stack">
          {fault !== undefined && <p role="alert" className="bad">{fault}</p>}
          {linkFor !== null ? <AskForLink email={linkFor} back={() => setLinkFor(null)} /> : (
            <>
              <PasswordForm next={next} askForLink={setLinkFor} />
              <OtherWays next={next} organisation={search.at ?? null} />
            </>
          )}
        </div>
        {people.length > 0 && <DemoPeople people={people} busy={demoSigning.fetching} enterAs={(id) => void enterAs(id)} />}
      </div>
    </Page>
  );
}
