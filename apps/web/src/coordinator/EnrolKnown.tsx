import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useTyped } from '../frame/useTyped.js';
import { FindPeopleDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { plural } from '../time/words.js';

const mostShown = 6;
interface Props { /** answers why not, by field; null when it is done */ place: (account: string) => Promise<Record<string, string> | null>; busy: boolean }

/** Gives a place to somebody who has an account already: found by name or e-mail address. */
export function EnrolKnown({ place, busy }: Props) {
  const [search, setSearch] = useState('');
  const [typed, setTyped] = useTyped(search, setSearch);
  const [{ data, error, fetching }] = useQuery({ query: FindPeopleDocument, variables: { first: mostShown, search }, pause: search.trim() === '' });
  const [refused, setRefused] = useState<{ account: string; why: string } | null>(null);
  const [placing, setPlacing] = useState<string | null>(null);
  const found = search.trim() === '' ? undefined : data?.accounts;
  async function choose(account: string) {
    setPlacing(account);
    const faults = await place(account);
    setPlacing(null);
    setRefused(faults === null ? null : { account, why: Object.values(faults).join(' ') });
    if (faults === null) setTyped('');
  }
  return (
    <div className="stack">
      <TextInput label="Somebody who has an account" type="search" placeholder="name or e-mail" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} data-autofocus />
      <p role="status" className={found === undefined && error === undefined ? 'unseen' : 'small quiet'}>
        {error !== undefined ? faultOf(error).message
          : found === undefined ? (fetching ? 'Looking …' : '')
          : found.totalCount === 0 ? 'Nobody has this in their name or e-mail address. Enrol them below as somebody new.'
          : found.totalCount > mostShown ? `${plural(found.totalCount, 'person', 'people')}, the first ${mostShown} are shown: type more of the name.` : plural(found.totalCount, 'person', 'people')}
      </p>
      {found !== undefined && found.totalCount > 0 && (
        <ul className="lines found" aria-label="People found">
          {found.nodes.map(({ account }) => (
            <li key={account.id}>
              <span><span>{account.name}</span><span className="small quiet below">{account.email}</span>{refused?.account === account.id && <span role="alert" className="small bad below">{refused.why}</span>}</span>
              <Button size="xs" variant="default" loading={placing === account.id} disabled={busy && placing !== account.id} aria-label={`Enrol ${account.name}`} onClick={() => void choose(account.id)}>Enrol</Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
