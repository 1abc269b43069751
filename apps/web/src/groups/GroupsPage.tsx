import { Button, TextInput } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { CohortScreen } from '../coordinator/CohortScreen.js';
import { CohortGroupsDocument, CreateGroupDocument } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { faultOf } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { Empty } from '../states/states.js';
import { GroupedLearners } from './GroupedLearners.js';
import { OneGroup } from './OneGroup.js';
import { ShareOut } from './ShareOut.js';

/** Which groups has this cohort, who leads them, and who is in which? */
export function GroupsPage() {
  const { cohort: id } = useParams({ from: '/cohorts/$cohort/groups' });
  const coordinates = useHasRole('COORDINATOR', 'ADMINISTRATOR');
  const [turn, setTurn] = useState(0);
  const [done, setDone] = useState('');
  const [result, again] = useQuery({ query: CohortGroupsDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  const retry = () => again({ requestPolicy: 'network-only' });
  const changed = (sentence: string) => { setDone(sentence); setTurn((now) => now + 1); retry(); };
  return (
    <CohortScreen id={id} title="Groups" lead="Groups share a cohort's learners among those who teach. Lists of learners, the gradebook and the roll of a session can show one group alone.">
      {() => (
        <Loaded result={result} value={result.data?.cohort} retry={retry} what="cohort" need="coordinators">
          {({ groups, archivedAt }) => {
            const locked = !coordinates || archivedAt !== null;
            return (
              <div className="stack wide">
                <p role="status" className={done === '' ? 'unseen' : 'sign good'} data-sign="✓">{done}</p>
                {groups.length === 0 ? <Empty title="No groups yet">{locked ? 'A coordinator can make some.' : 'Make the first below; then share the learners out, or put each where she belongs.'}</Empty>
                  : <ul className="lines measure" aria-label="Groups">{groups.map((group) => <li key={group.id}><OneGroup group={group} locked={locked} onChanged={changed} /></li>)}</ul>}
                {!locked && <div className="stack measure"><Create cohort={id} onMade={changed} />{groups.length > 0 && <ShareOut cohort={id} onShared={changed} />}</div>}
                {groups.length > 0 && <GroupedLearners cohort={id} groups={groups} locked={locked} turn={turn} onMoved={changed} />}
              </div>
            );
          }}
        </Loaded>
      )}
    </CohortScreen>
  );
}

function Create({ cohort, onMade }: { cohort: string; onMade: (sentence: string) => void }) {
  const [name, setName] = useState('');
  const [state, create] = useMutation(CreateGroupDocument);
  async function submit(event: FormEvent) {
    event.preventDefault();
    const { data, error } = await create({ cohort, name });
    if (error !== undefined || data === undefined) return;
    setName('');
    onMade(`The group ${data.createGroup.name} is made.`);
  }
  return (
    <form className="row ends" onSubmit={(event) => void submit(event)}>
      <TextInput className="grow" label="A new group" maxLength={80} value={name} error={state.error === undefined ? undefined : faultOf(state.error).message} onChange={(event) => setName(event.currentTarget.value)} />
      <Button type="submit" loading={state.fetching} disabled={name.trim() === ''}>Make the group</Button>
    </form>
  );
}
