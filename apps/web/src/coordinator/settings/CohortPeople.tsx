import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { useTyped } from '../../frame/useTyped.js';
import { CohortPeopleDocument, FacilitatorCandidatesDocument, SetCohortRolesDocument, type CohortRole } from '../../generated/graphql.js';
import { cohortRoleNames } from '../../session/roles.js';
import { fieldFaults } from '../../states/faults.js';
import { Loaded } from '../../states/Loaded.js';

interface Person { id: string; name: string }

/** Who has a role in this cohort alone: given and taken by those who coordinate the whole organisation. */
export function CohortPeople({ cohort }: { cohort: string }) {
  const [result, again] = useQuery({ query: CohortPeopleDocument, variables: { id: cohort } });
  const [{ fetching }, set] = useMutation(SetCohortRolesDocument);
  const [role, setRole] = useState<CohortRole>('OBSERVER');
  const [search, setSearch] = useState('');
  const [typed, setTyped] = useTyped(search, setSearch);
  const [{ data: found }] = useQuery({ query: FacilitatorCandidatesDocument, variables: { search }, pause: search.trim() === '' });
  const [said, setSaid] = useState<{ bad: boolean; sentence: string } | null>(null);
  async function give({ id, name }: Person, roles: CohortRole[], sentence: string) {
    const { error } = await set({ cohort, account: id, roles });
    setSaid(error === undefined ? { bad: false, sentence } : { bad: true, sentence: `${name}: ${Object.values(fieldFaults(error)).join(' ')}` });
    if (error !== undefined) return;
    setTyped('');
    again({ requestPolicy: 'network-only' });
  }
  return (
    <section aria-labelledby="cohort-people" className="stack" style={{ maxWidth: '34rem' }}>
      <h2 id="cohort-people">Who may do what in this cohort</h2>
      <p className="quiet">Somebody of your organisation can run this cohort, or look on, without seeing any other. Who leads it is named above: facilitators see it, take its roll and change its marks.</p>
      <Loaded result={result} value={result.data?.cohort} retry={() => again({ requestPolicy: 'network-only' })} what="list" need="coordinators">
        {({ people }) => people.length === 0 ? <p className="quiet small">Nobody has a role in this cohort alone.</p> : (
          <ul className="lines found" aria-label="Roles in this cohort">
            {people.map(({ account, roles }) => {
              const given = roles.filter((held) => held !== 'FACILITATOR');
              return (
                <li key={account.id}>
                  <span>{account.name}<span className="small quiet below">{roles.map((held) => cohortRoleNames[held]).join(', ')}</span></span>
                  {given.length > 0 && <Button size="xs" variant="subtle" aria-label={`Take back what ${account.name} is here`} onClick={() => void give(account, [], `${account.name} is ${given.map((held) => cohortRoleNames[held].toLowerCase()).join(' and ')} of this cohort no more.`)}>Take back</Button>}
                </li>
              );
            })}
          </ul>
        )}
      </Loaded>
      <div className="row ends">
        <TextInput className="grow" label="Add somebody" type="search" placeholder="name or e-mail" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        <NativeSelect label="As" value={role} onChange={(event) => setRole(event.currentTarget.value as CohortRole)} data={[{ value: 'OBSERVER', label: 'Observer' }, { value: 'COORDINATOR', label: 'Coordinator' }]} />
      </div>
      {search.trim() !== '' && found !== undefined && (found.facilitatorCandidates.length === 0 ? <p role="status" className="small quiet">Nobody of your organisation has this in the name or address.</p> : (
        <ul className="lines found" aria-label="People found">
          {found.facilitatorCandidates.map((person) => (
            <li key={person.id}><span>{person.name}<span className="small quiet below">{person.email}</span></span><Button size="xs" variant="default" loading={fetching} aria-label={`Make ${person.name} ${cohortRoleNames[role].toLowerCase()}`} onClick={() => void give(person, [role], `${person.name} is ${cohortRoleNames[role].toLowerCase()} of this cohort.`)}>Add</Button></li>
          ))}
        </ul>
      ))}
      <p role="status" className={said === null ? 'unseen' : said.bad ? 'bad' : 'sign good'} data-sign="✓">{said?.sentence ?? ''}</p>
    </section>
  );
}
