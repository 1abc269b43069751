import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { useTyped } from '../frame/useTyped.js';
import { ErasePersonDocument, PersonToEraseDocument } from '../generated/graphql.js';
import { ErasurePreview } from './ErasurePreview.js';
import { fieldFaults } from '../states/faults.js';

/** Erases somebody after the administrator has found her and typed her address. */
export function ErasePerson() {
  const [search, setSearch] = useState('');
  const [typed, setTyped] = useTyped(search, setSearch);
  const [chosen, setChosen] = useState('');
  const [confirmation, setConfirmation] = useState('');
  const [said, setSaid] = useState<{ done: string } | { fault: string } | null>(null);
  const [{ data }, again] = useQuery({ query: PersonToEraseDocument, variables: { search }, pause: search === '' });
  const [{ fetching }, erase] = useMutation(ErasePersonDocument);
  const people = search === '' ? [] : data?.accounts.nodes ?? [];
  const person = people.find(({ account }) => account.id === chosen)?.account;
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (person === undefined) return setSaid({ fault: 'Choose a person first.' });
    const { error } = await erase({ account: person.id, confirmation });
    if (error !== undefined) return setSaid({ fault: Object.values(fieldFaults(error)).join(' ') });
    setSaid({ done: `${person.name} is erased. What law asks for is kept under a number.` });
    setChosen('');
    setConfirmation('');
    return again({ requestPolicy: 'network-only' });
  }
  return (
    <section aria-labelledby="erase" className="stack">
      <h2 id="erase">Erase a person</h2>
      <p>Name, address, sign-in, mails, files handed in and licence are deleted for good. Learning records stay under a number, without what anybody wrote in them; certificates of the last six years stay as issued. There is no way back.</p>
      <form className="stack wide" onSubmit={(event) => void submit(event)}>
        <TextInput maw="26rem" label="Find the person" type="search" placeholder="name or e-mail" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        <NativeSelect maw="26rem" label="Person" value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}
          data={[{ value: '', label: search === '' ? 'Type a name first' : people.length === 0 ? 'Nobody fits' : 'Choose' }, ...people.map(({ account }) => ({ value: account.id, label: `${account.name}, ${account.email}` }))]} />
        {person !== undefined && <ErasurePreview key={person.id} account={person.id} name={person.name} />}
        <TextInput maw="26rem" label="Type the person's e-mail address to confirm" autoComplete="off" value={confirmation} onChange={(event) => setConfirmation(event.currentTarget.value)} />
        <div className="row"><Button type="submit" className="danger" loading={fetching} disabled={person === undefined || confirmation === ''}>Erase for good</Button></div>
      </form>
      <p role="status">{said !== null && ('fault' in said ? <span className="bad">{said.fault}</span> : <span className="sign good" data-sign="✓">{said.done}</span>)}</p>
    </section>
  );
}
