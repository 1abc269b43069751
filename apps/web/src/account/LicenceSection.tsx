import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { MyLicenceDocument, SetMyLicenceDocument, type MyLicenceQuery } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';
import type { SectionProps } from './section.js';
import { Said, type Outcome } from './Said.js';

type Licence = NonNullable<MyLicenceQuery['viewer']>['account']['licence'];

/** What one is licensed as in this organisation: certificates print it where a board asks for it. */
export function LicenceSection({ mine }: SectionProps) {
  const [result, again] = useQuery({ query: MyLicenceDocument });
  return (
    <Loaded result={result} value={result.data?.viewer} retry={() => again({ requestPolicy: 'network-only' })} what="licence">
      {({ account }) => <LicenceForm account={mine.account.id} licence={account.licence} />}
    </Loaded>
  );
}

function LicenceForm({ account, licence }: { account: string; licence: Licence }) {
  const [{ fetching }, set] = useMutation(SetMyLicenceDocument);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [outcome, setOutcome] = useState<Outcome>(null);
  const form = useFocusOnFault(faults);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const field = (name: string) => { const value = String(fields.get(name) ?? '').trim(); return value === '' ? null : value; };
    const { error } = await set({ account, licence: { type: field('type'), number: field('number'), state: field('state'), expiresOn: field('expiresOn') } });
    setFaults(error === undefined ? {} : fieldFaults(error));
    setOutcome(error === undefined ? { bad: false, sentence: 'Saved. It stands on new certificates where a board asks for it.' } : null);
  }
  return (
    <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
      <p className="quiet">For certificates of boards that ask for it. You, coordinators and administrators of this organisation see it.</p>
      {(faults[''] ?? faults['account']) !== undefined && <p role="alert" className="bad">{faults[''] ?? faults['account']}</p>}
      <TextInput name="type" label="Type" placeholder="LCSW, RN, MD" maxLength={80} autoComplete="off" defaultValue={licence?.type ?? ''} error={faults['type']} />
      <TextInput name="number" label="Number" maxLength={60} autoComplete="off" defaultValue={licence?.number ?? ''} error={faults['number']} />
      <TextInput name="state" label="State or country" maxLength={60} autoComplete="off" defaultValue={licence?.state ?? ''} error={faults['state']} />
      <TextInput name="expiresOn" type="date" label="Valid until" defaultValue={licence?.expiresOn ?? ''} error={faults['expiresOn']} />
      <div className="row"><Button type="submit" variant="default" loading={fetching}>Save the licence</Button></div>
      <Said outcome={outcome} />
    </form>
  );
}
