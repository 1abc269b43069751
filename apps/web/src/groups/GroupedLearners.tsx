import { NativeSelect, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { useTyped } from '../frame/useTyped.js';
import { AssignGroupDocument, GroupedLearnersDocument, type LearnerGroupFragment } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { TableBones } from '../states/states.js';
import { GroupFilter } from './GroupFilter.js';

interface Props { cohort: string; groups: readonly LearnerGroupFragment[]; locked: boolean; /** grows where something else changed who is where */ turn: number; onMoved: (sentence: string) => void }

/** Who is in which group; a choice is saved at once. */
export function GroupedLearners({ cohort, groups, locked, turn, onMoved }: Props) {
  const [group, setGroup] = useState<string | undefined>(undefined);
  const [search, setSearch] = useState('');
  const [after, setAfter] = useState<string | null>(null);
  const [typed, setTyped] = useTyped(search, (text) => { setSearch(text); setAfter(null); });
  const [result, again] = useQuery({ query: GroupedLearnersDocument, variables: { id: cohort, after, group: group ?? null, search: search === '' ? null : search }, requestPolicy: 'cache-and-network' });
  const [state, assign] = useMutation(AssignGroupDocument);
  const retry = () => again({ requestPolicy: 'network-only' });
  useEffect(() => { if (turn > 0) again({ requestPolicy: 'network-only' }); }, [turn, again]);
  async function put(enrolment: string, name: string, to: string) {
    const { error } = await assign({ cohort, enrolments: [enrolment], group: to === '' ? null : to });
    if (error === undefined) onMoved(to === '' ? `${name} is in no group now.` : `${name} is in ${groups.find(({ id }) => id === to)?.name ?? 'the group'} now.`);
  }
  return (
    <section aria-labelledby="grouped" className="stack">
      <h2 id="grouped">Learners</h2>
      <div className="filters">
        <TextInput className="grow" label="Search" type="search" placeholder="name or e-mail" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        <GroupFilter cohort={cohort} value={group} onChange={(chosen) => { setGroup(chosen); setAfter(null); }} />
      </div>
      {state.error !== undefined && <p role="alert" className="bad">{faultOf(state.error).message}</p>}
      <Loaded result={result} value={result.data?.cohort?.learners} retry={retry} what="cohort" skeleton={<TableBones rows={8} label="Loading the learners" />}>
        {({ edges, pageInfo }) => edges.length === 0 ? <p className="quiet">No learner fits.</p> : (
          <>
            <table className="grid folds">
              <caption className="unseen">Learners and the groups that they are in</caption>
              <thead><tr><th scope="col">Name</th><th scope="col">Group</th></tr></thead>
              <tbody>
                {edges.map(({ node: { account, enrolment } }) => (
                  <tr key={enrolment.id}>
                    <th scope="row"><Link to="/learners/$enrolment" params={{ enrolment: enrolment.id }} className="plain">{account.name}</Link><span className="small quiet below">{account.email}</span></th>
                    <td data-label="Group">{locked ? enrolment.group?.name ?? <span className="quiet">none</span> : <NativeSelect size="xs" aria-label={`Group of ${account.name}`} value={enrolment.group?.id ?? ''} onChange={(event) => void put(enrolment.id, account.name, event.currentTarget.value)} data={[{ value: '', label: 'none' }, ...groups.map(({ id, name }) => ({ value: id, label: name }))]} />}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {(pageInfo.hasNextPage || after !== null) && <nav aria-label="Pages of learners" className="pager">{after === null ? <span /> : <button type="button" className="link" onClick={() => setAfter(null)}>First page</button>}{pageInfo.hasNextPage && <button type="button" className="link" onClick={() => setAfter(pageInfo.endCursor)}>Next 50 learners</button>}</nav>}
          </>
        )}
      </Loaded>
    </section>
  );
}
