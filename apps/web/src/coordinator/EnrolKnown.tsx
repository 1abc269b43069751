import { Button, NativeSelect } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { KnownLearnersDocument, type KnownLearnersQuery } from '../generated/graphql.js';

interface Props { cohort: string; /** answers why not, by field; null when it is done */ place: (account: string) => Promise<Record<string, string> | null>; busy: boolean }

/** Gives a place to somebody who is a learner of another cohort already. */
export function EnrolKnown({ cohort, place, busy }: Props) {
  const [{ data, fetching }] = useQuery({ query: KnownLearnersDocument });
  const [fault, setFault] = useState<string | null>(null);
  const known = data === undefined ? [] : learnersElsewhere(data, cohort);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const faults = await place(String(new FormData(event.currentTarget).get('account')));
    setFault(faults === null ? null : Object.values(faults).join(' '));
  }
  if (data === undefined && fetching) return <p className="quiet" role="status">Looking for learners of your other cohorts …</p>;
  if (known.length === 0) return <p className="quiet">Everybody who learns with you is in this cohort already.</p>;
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <NativeSelect name="account" label="A learner of another cohort" data={known.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }))} error={fault} />
      <div className="row"><Button type="submit" loading={busy}>Enrol</Button></div>
    </form>
  );
}

function learnersElsewhere({ cohorts }: KnownLearnersQuery, cohort: string) {
  const here = new Set<string>();
  const everybody = new Map<string, { id: string; name: string; email: string }>();
  for (const { node } of cohorts.edges) {
    for (const { node: { account } } of node.learners.edges) {
      everybody.set(account.id, account);
      if (node.id === cohort) here.add(account.id);
    }
  }
  return [...everybody.values()].filter(({ id }) => !here.has(id)).toSorted((a, b) => a.name.localeCompare(b.name));
}
