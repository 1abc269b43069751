import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { DayOffSign } from '../../days-off/DayOffSign.js';
import { type ReleaseKind, SetCohortReleaseDocument } from '../../generated/graphql.js';
import { faultOf } from '../../states/faults.js';
import { fullDay } from '../../time/words.js';
import { type Schedule, releaseKinds, releaseWords, weeklyDay } from './cohortSchedule.js';

interface Props { cohort: Schedule; locked: boolean; reread: () => void }

/** The rule by which units open, with the days that it comes to. */
export function ReleaseForm({ cohort, locked, reread }: Props) {
  const [kind, setKind] = useState<ReleaseKind>(cohort.release.kind);
  const [days, setDays] = useState<Record<string, string>>(() => Object.fromEntries(cohort.release.kind === 'DATES' ? cohort.release.units.map(({ unit, opensOn }) => [unit, opensOn ?? '']) : []));
  const [state, save] = useMutation(SetCohortReleaseDocument);
  const [done, setDone] = useState('');
  const { units } = cohort.release;
  const strange = kind === 'WEEKLY' && cohort.startsOn === null;
  async function submit(event: FormEvent) {
    event.preventDefault();
    setDone('');
    const opensOn = kind === 'DATES' ? units.flatMap(({ unit }) => ((days[unit] ?? '') === '' ? [] : [{ unit, on: days[unit] ?? '' }])) : [];
    const { error } = await save({ cohort: cohort.id, revision: cohort.revision, kind, opensOn });
    if (error === undefined) return setDone('Saved. It holds from now on; what learners have begun stays open.');
    if (faultOf(error).code === 'STALE_REVISION') reread();
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <h2 id="release">When units open</h2>
      {state.error !== undefined && <p role="alert" className="bad">{faultOf(state.error).message}</p>}
      <fieldset className="plain stack tight" disabled={locked} aria-labelledby="release">
        {releaseKinds.map((each) => (
          <label key={each} className="choice">
            <input type="radio" name="kind" value={each} checked={kind === each} onChange={() => { setKind(each); setDone(''); }} />
            <span>{releaseWords[each].label}<span className="small quiet below">{releaseWords[each].meaning}</span></span>
          </label>
        ))}
      </fieldset>
      {strange && <p className="sign warn" data-sign="!">This cohort has no first day to count weeks from. Give it one in its settings.</p>}
      {(kind === 'WEEKLY' || kind === 'DATES') && !strange && (
        <table className="grid folds days">
          <caption className="unseen">Units and the days on which they open</caption>
          <thead><tr><th scope="col">Unit</th><th scope="col">Opens on</th></tr></thead>
          <tbody>
            {units.map(({ unit, title }, index) => (
              <tr key={unit}>
                <th scope="row">{title}</th>
                <td data-label="Opens on">
                  {kind === 'WEEKLY' ? <>{dayWords(weeklyDay(cohort.startsOn, index))} <DayOffSign day={weeklyDay(cohort.startsOn, index) ?? ''} /></>
                    : <TextInput type="date" aria-label={`${title} opens on`} value={days[unit] ?? ''} disabled={locked} onChange={(event) => { const { value } = event.currentTarget; setDays((before) => ({ ...before, [unit]: value })); setDone(''); }} />}
                  {kind === 'DATES' && <DayOffSign day={days[unit] ?? ''} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="small quiet measure">Days begin at midnight in {cohort.timeZone}. What a learner has begun never closes again.</p>
      {!locked && <div className="row"><Button type="submit" loading={state.fetching} disabled={strange}>Save when units open</Button></div>}
      <p role="status" className={done === '' ? 'unseen' : 'sign good'} data-sign="✓">{done}</p>
    </form>
  );
}

const dayWords = (day: string | null) => (day === null ? 'at once' : fullDay(day));
