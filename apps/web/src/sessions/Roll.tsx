import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { announce } from '../frame/announce.js';
import { type Attendance, MarkAttendanceDocument, SessionRollDocument } from '../generated/graphql.js';
import { GroupFilter } from '../groups/GroupFilter.js';
import { faultOf } from '../states/faults.js';
import { Bones, Failure } from '../states/states.js';
import { plural } from '../time/words.js';

const choices: { mark: Attendance; label: string }[] = [{ mark: 'PRESENT', label: 'Present' }, { mark: 'LATE', label: 'Late' }, { mark: 'ABSENT', label: 'Absent' }, { mark: 'EXCUSED', label: 'Excused' }];
const hows = { ROLL: '', CODE: 'by the code', FILE: 'from a list' };
type Line = { accountId: string; name: string; mark: Attendance | null; minutes: number | null; how: 'ROLL' | 'CODE' | 'FILE' | null };

/** Everybody of the cohort, one tap each; a tap on what is set takes it back. */
export function Roll({ id, cohort, actions, onMarked }: { id: string; cohort: string | undefined; actions: ReactNode; onMarked: () => void }) {
  const [after, setAfter] = useState<string | null>(null);
  const [group, setGroup] = useState<string | undefined>(undefined);
  const [result, again] = useQuery({ query: SessionRollDocument, variables: { id, after, group: group ?? null }, requestPolicy: 'cache-and-network' });
  const [state, send] = useMutation(MarkAttendanceDocument);
  // What was tapped stands at once; what the server refuses goes back.
  const [tapped, setTapped] = useState<Record<string, Attendance | null>>({});
  const found = result.data?.liveSession ?? null;
  const lines: Line[] = found?.roll.edges.map(({ node }) => node) ?? [];
  const markOf = (line: Line) => (Object.hasOwn(tapped, line.accountId) ? tapped[line.accountId] ?? null : line.mark);
  async function set(marks: { account: string; mark: Attendance | null }[], says: string): Promise<void> {
    setTapped((before) => ({ ...before, ...Object.fromEntries(marks.map(({ account, mark }) => [account, mark])) }));
    const { error } = await send({ session: id, marks });
    if (error === undefined) { announce(says); onMarked(); return; }
    setTapped((before) => Object.fromEntries(Object.entries(before).filter(([account]) => marks.every((mark) => mark.account !== account))));
  }
  const open = lines.filter((line) => markOf(line) === null);
  const counts = found?.attended;
  return (
    <section aria-labelledby="roll" className="stack">
      <div className="row between"><h2 id="roll">Who was there</h2>{actions}</div>
      {cohort !== undefined && <div className="filters"><GroupFilter cohort={cohort} value={group} onChange={(chosen) => { setGroup(chosen); setAfter(null); }} /></div>}
      {found === null && result.error === undefined && <Bones label="Loading the roll" />}
      {found === null && result.error !== undefined && <Failure message={faultOf(result.error).message} retry={() => again({ requestPolicy: 'network-only' })} />}
      {found !== null && found.roll.totalCount === 0 && <p className="quiet">{group === undefined ? 'Nobody is in the cohort yet.' : 'Nobody is in this group.'}</p>}
      {counts !== undefined && found !== null && found.roll.totalCount > 0 && group === undefined && (
        <p className="quiet small" role="status">{counts.present} present, {counts.late} late, {counts.absent} absent, {counts.excused} excused, {Math.max(0, found.roll.totalCount - counts.present - counts.late - counts.absent - counts.excused)} not marked yet</p>
      )}
      {state.error !== undefined && <p role="alert" className="bad">{faultOf(state.error).message} Nothing was changed.</p>}
      <ul className="lines roll">
        {lines.map((line) => {
          const mark = markOf(line);
          return (
            <li key={line.accountId}>
              <span className="name">{line.name}{(line.minutes !== null || (line.how !== null && line.how !== 'ROLL')) && <span className="small quiet below">{[line.minutes === null ? '' : plural(line.minutes, 'minute'), line.how === null ? '' : hows[line.how]].filter((part) => part !== '').join(', ')}</span>}</span>
              <span className="marks" role="group" aria-label={line.name}>
                {choices.map((choice) => (
                  <button key={choice.mark} type="button" aria-pressed={mark === choice.mark} onClick={() => void set([{ account: line.accountId, mark: mark === choice.mark ? null : choice.mark }], mark === choice.mark ? `${line.name} is not marked.` : `${line.name}: ${choice.label}.`)}>{choice.label}</button>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
      {open.length > 0 && open.length < lines.length && <p><Button variant="default" loading={state.fetching} onClick={() => void set(open.map(({ accountId }) => ({ account: accountId, mark: 'ABSENT' as const })), `${plural(open.length, 'person is', 'people are')} marked absent.`)}>Mark the other {open.length} absent</Button></p>}
      {open.length > 0 && open.length === lines.length && <p><Button variant="default" loading={state.fetching} onClick={() => void set(open.map(({ accountId }) => ({ account: accountId, mark: 'PRESENT' as const })), 'All are marked present.')}>Mark all {open.length} present</Button></p>}
      {found !== null && (found.roll.pageInfo.hasNextPage || after !== null) && (
        <div className="pager"><span>{plural(found.roll.totalCount, 'learner')} in all</span><span className="row">{after !== null && <Button variant="default" onClick={() => setAfter(null)}>First page</Button>}{found.roll.pageInfo.hasNextPage && <Button variant="default" onClick={() => setAfter(found.roll.pageInfo.endCursor ?? null)}>Next page</Button>}</span></div>
      )}
    </section>
  );
}
