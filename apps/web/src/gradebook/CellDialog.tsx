import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Radio.css';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { MarkChangesDocument, OverrideMarkDocument, UndoMarkDocument } from '../generated/graphql.js';
import { faultOf, fieldFaults } from '../states/faults.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';
import { When } from '../time/When.js';
import { plural } from '../time/words.js';
import { type Cell, type Column, mark, type Row, shown, told, typedMark } from './book.js';

interface Props { cohort: string; row: Row | null; column: Column | null; archived: boolean; close: () => void; onDone: (sentence: string) => void; renew: () => void }

/** One mark: what was counted, what stands in its place, who changed it when and why; and how to change it. */
export function CellDialog({ row, column, ...rest }: Props) {
  const cell = row?.cells.find((one) => one.column === column?.id) ?? null;
  return (
    <Dialog opened={cell !== null} close={rest.close} title={row === null || column === null ? '' : `${row.account.name}: ${column.title}`}>
      {row !== null && column !== null && cell !== null && cell.enrolmentId !== null && <Content {...rest} row={row} column={column} cell={cell} enrolment={cell.enrolmentId} />}
    </Dialog>
  );
}

function Content({ cohort, row, column, cell, enrolment, archived, close, onDone, renew }: Omit<Props, 'row' | 'column'> & { row: Row; column: Column; cell: Cell; enrolment: string }) {
  return (
    <div className="stack">
      <p>{sentenceOf(cell, column)}</p>
      {cell.override !== null && <p className="quiet">Changed by staff: {cell.override.reason}</p>}
      {column.kind !== 'session' && cell.attempts > 0 && <p className="small"><Link to="/learners/$enrolment" params={{ enrolment }}>See the answers</Link></p>}
      {!archived && <OverrideForm key={cell.revision} cohort={cohort} enrolment={enrolment} column={column.id} cell={cell} close={close} onDone={() => onDone(`${row.account.name}, ${column.title}: the mark is changed.`)} renew={renew} />}
      <History cohort={cohort} enrolment={enrolment} column={column} cell={cell} archived={archived} onUndone={() => onDone(`${row.account.name}, ${column.title}: the last change is taken back.`)} />
    </div>
  );
}

function sentenceOf(cell: Cell, column: Column): string {
  const counted = cell.earned === null ? (cell.waiting > 0 ? 'Handed in, and waiting for somebody to mark it.' : 'Nothing is counted yet.')
    : column.kind === 'session' ? `Attendance: ${shown({ state: 'marked', value: cell.earned }, 'session')}.` : `Counted from ${plural(cell.attempts, 'attempt')}: ${mark(cell.earned)}.`;
  const asCounted = cell.state === 'marked' && cell.use === 'counts' && cell.override === null;
  return asCounted ? counted : `${counted} In the grade: ${told({ cell, column })}.`;
}

function OverrideForm({ cohort, enrolment, column, cell, close, onDone, renew }: { cohort: string; enrolment: string; column: string; cell: Cell; close: () => void; onDone: () => void; renew: () => void }) {
  const [state, save] = useMutation(OverrideMarkDocument);
  const [choice, setChoice] = useState(cell.override?.state ?? 'marked');
  const [faults, setFaults] = useState<Record<string, string>>({});
  const form = useFocusOnFault(faults);
  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const value = choice === 'marked' ? typedMark(String(fields.get('value') ?? '')) : null;
    if (choice === 'marked' && value === null) return setFaults({ value: 'A number from 0 to 100.' });
    const { error } = await save({ input: { cohort, enrolment, column, state: choice, value, reason: String(fields.get('reason') ?? ''), revision: cell.revision } });
    if (error === undefined) return onDone();
    if (faultOf(error).code === 'MARK_CHANGED') renew();
    setFaults(fieldFaults(error));
  }
  return (
    <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
      {(faults[''] ?? faults['revision']) !== undefined && <p role="alert" className="bad">{faults[''] ?? faults['revision']}</p>}
      <Radio.Group label="Instead of what was counted" value={choice} onChange={setChoice}>
        <div className="stack tight">
          <Radio value="marked" label="This mark" /><Radio value="excused" label="Excused: it never counts" /><Radio value="incomplete" label="Put off: the grade is incomplete until then" />
        </div>
      </Radio.Group>
      {choice === 'marked' && <TextInput name="value" label="Mark (per cent)" inputMode="decimal" defaultValue={cell.value === null ? '' : String(Math.floor(cell.value * 1000 + 1e-7) / 10)} error={faults['value']} />}
      <Textarea name="reason" label="Why" description="For staff alone; it stays in the history" required withAsterisk={false} rows={2} maxLength={1000} error={faults['reason']} />
      <div className="row"><Button type="submit" loading={state.fetching}>Change the mark</Button><Button variant="subtle" onClick={close}>Cancel</Button></div>
    </form>
  );
}

function History({ cohort, enrolment, column, cell, archived, onUndone }: { cohort: string; enrolment: string; column: Column; cell: Cell; archived: boolean; onUndone: () => void }) {
  const [result] = useQuery({ query: MarkChangesDocument, variables: { enrolment, column: column.id }, pause: cell.revision === 0 });
  const [undoing, undo] = useMutation(UndoMarkDocument);
  const changes = result.data?.markChanges;
  if (cell.revision === 0 || changes === undefined) return null;
  async function takeBack(): Promise<void> {
    const { error } = await undo({ cohort, enrolment, column: column.id, revision: cell.revision });
    if (error === undefined) onUndone();
  }
  const words = (override: { state: string; value: number | null } | null) => (override === null ? 'what was counted' : shown(override, column.kind));
  return (
    <section aria-labelledby="mark-history" className="stack tight">
      <h3 id="mark-history">{plural(changes.totalCount, 'change')}</h3>
      <ul className="lines">
        {changes.nodes.map(({ id, at, by, before, after, reason, undoes }, place) => (
          <li key={id}>
            <p>{words(before)} → {words(after)} {place === 0 && !archived && <button type="button" className="link" disabled={undoing.fetching} onClick={() => void takeBack()}>Undo<span className="unseen"> the last change</span></button>}</p>
            <p className="small quiet">{by?.name ?? 'Somebody who is here no more'}, <When at={at} />{undoes !== null ? ': took a change back' : `: ${reason}`}</p>
          </li>
        ))}
      </ul>
      {undoing.error !== undefined && <p role="alert" className="bad">{faultOf(undoing.error).message}</p>}
    </section>
  );
}
