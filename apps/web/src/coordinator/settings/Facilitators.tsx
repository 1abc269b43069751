import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { announce } from '../../frame/announce.js';
import { useTyped } from '../../frame/useTyped.js';
import { FacilitatorCandidatesDocument } from '../../generated/graphql.js';
import { faultOf } from '../../states/faults.js';
import type { Person } from './draft.js';

interface Props { people: Person[]; onChange: (people: Person[]) => void; error: string | undefined; note: ReactNode; locked: boolean }

/** Who leads the cohort: people of the organisation, found by name. */
export function Facilitators({ people, onChange, error, note, locked }: Props) {
  const [search, setSearch] = useState('');
  const [typed, setTyped] = useTyped(search, setSearch);
  const [{ data, error: fault }] = useQuery({ query: FacilitatorCandidatesDocument, variables: { search }, pause: search.trim() === '' || locked });
  const found = search.trim() === '' ? [] : (data?.facilitatorCandidates ?? []).filter(({ id }) => people.every((person) => person.id !== id));
  const add = (person: Person) => { onChange([...people, { id: person.id, name: person.name }]); setTyped(''); announce(`${person.name} is added. Save to keep it.`); };
  const remove = (person: Person) => { onChange(people.filter(({ id }) => id !== person.id)); announce(`${person.name} is taken off. Save to keep it.`); };
  return (
    <fieldset className="stack tight plain">
      <legend>Facilitators</legend>
      {note !== undefined && <p className="small">{note}</p>}
      {people.length === 0 ? <p className="quiet small">Nobody yet.</p> : (
        <ul className="lines found" aria-label="Facilitators">
          {people.map((person) => (
            <li key={person.id}><span>{person.name}</span>{!locked && <Button size="xs" variant="subtle" aria-label={`Take off ${person.name}`} onClick={() => remove(person)}>Take off</Button>}</li>
          ))}
        </ul>
      )}
      {!locked && <TextInput label="Add somebody" type="search" placeholder="name or e-mail" value={typed} error={error} onChange={(event) => setTyped(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === 'Enter') event.preventDefault(); }} />}
      {fault !== undefined && <p role="alert" className="bad small">{faultOf(fault).message}</p>}
      <p role="status" className={search.trim() === '' ? 'unseen' : 'small quiet'}>{search.trim() === '' || data === undefined ? '' : found.length === 0 ? 'Nobody else of your organisation has this in the name or address.' : `${found.length} found`}</p>
      {found.length > 0 && (
        <ul className="lines found" aria-label="People found to lead it">
          {found.map((person) => (
            <li key={person.id}><span>{person.name}<span className="small quiet below">{person.email}</span></span><Button size="xs" variant="default" aria-label={`Add ${person.name}`} onClick={() => add(person)}>Add</Button></li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
