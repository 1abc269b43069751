import { Button, NativeSelect } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { MapRosterDocument, type RosterColumn, type RosterDayOrder } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { columnWords, type Roster } from './words.js';

interface Props { one: Roster; cohorts: { id: string; name: string }[]; onMapped: () => void; onCancel: (() => void) | null }
const columns = Object.keys(columnWords) as RosterColumn[];

/** Says which column of the file holds what, with what is likely chosen already, beside the file's first rows. */
export function RosterMapping({ one, cohorts, onMapped, onCancel }: Props) {
  const [chosen, setChosen] = useState<Partial<Record<RosterColumn, string>>>(() => Object.fromEntries(one.columns.map(({ column, index }) => [column, String(index)])));
  const [days, setDays] = useState<RosterDayOrder>(one.days);
  const [cohort, setCohort] = useState(one.cohort?.id ?? '');
  const [state, map] = useMutation(MapRosterDocument);
  const [fault, setFault] = useState<string | null>(null);
  const headings = one.headings.map((heading, index) => ({ value: String(index), label: heading === '' ? `Column ${index + 1}, without a heading` : heading }));
  const hasDays = (chosen.DUE_ON ?? '') !== '' || (chosen.LICENCE_EXPIRES_ON ?? '') !== '';
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if ((chosen.EMAIL ?? '') === '') return setFault('Say which column holds the e-mail address.');
    const said = columns.flatMap((column) => ((chosen[column] ?? '') === '' ? [] : [{ column, index: Number(chosen[column]) }]));
    const { error } = await map({ id: one.id, columns: said, days, cohort: cohort === '' ? null : cohort });
    if (error !== undefined) return setFault(faultOf(error).message);
    setFault(null);
    return onMapped();
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      {fault !== null && <p role="alert" className="bad">{fault}</p>}
      <div className="sample" tabIndex={0} role="region" aria-label="The first rows of the file">
        <table className="grid"><thead><tr>{headings.map(({ value, label }) => <th scope="col" key={value}>{label}</th>)}</tr></thead>
          <tbody>{one.sample.map((cells, row) => <tr key={row}>{cells.map((cell, index) => <td key={index}>{cell}</td>)}</tr>)}</tbody></table>
      </div>
      <p className="quiet small measure">What is likely is chosen already. Columns that you leave out are not read.</p>
      <div className="columns">
        {columns.map((column) => (
          <NativeSelect key={column} label={columnWords[column]} required={column === 'EMAIL'} value={chosen[column] ?? ''} data={[{ value: '', label: 'None' }, ...headings]}
            onChange={(event) => { const { value } = event.currentTarget; setChosen((before) => ({ ...before, [column]: value })); }} />
        ))}
        {hasDays && <NativeSelect label="Days such as 4/3/2027 mean" value={days} data={[{ value: 'MONTH_FIRST', label: 'April 3: the month is first' }, { value: 'DAY_FIRST', label: '4 March: the day is first' }]} onChange={(event) => setDays(event.currentTarget.value === 'DAY_FIRST' ? 'DAY_FIRST' : 'MONTH_FIRST')} />}
        <NativeSelect label="They join" description="Unless a row names another cohort" value={cohort} data={[{ value: '', label: 'No cohort: accounts only' }, ...cohorts.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(event) => setCohort(event.currentTarget.value)} />
      </div>
      <div className="row"><Button type="submit" loading={state.fetching}>Show what would come of it</Button>{onCancel !== null && <Button variant="subtle" onClick={onCancel}>Cancel</Button>}</div>
    </form>
  );
}
