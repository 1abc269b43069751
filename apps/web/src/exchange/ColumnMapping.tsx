import { Button, NativeSelect } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { type ImportHeadFragment, MapImportDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';

/** What a person is asked of a table, in plain words. */
const asked: { column: string; label: string; none?: string }[] = [
  { column: 'stem', label: 'The question' },
  { column: 'correct', label: 'The right answer' },
  ...[1, 2, 3, 4, 5, 6].map((number) => ({ column: `choice ${number}`, label: `Choice ${String.fromCharCode(64 + number)}` })),
  { column: 'kind', label: 'Kind of question', none: 'None: all are single choice' },
  { column: 'id', label: 'Name', none: 'None: names are made' },
  { column: 'feedback correct', label: 'Explanation' },
  { column: 'level', label: 'Level' }, { column: 'difficulty', label: 'Difficulty' }, { column: 'tags', label: 'Tags' }, { column: 'statements', label: 'Statements' }, { column: 'points', label: 'Points' },
];
const plain = (heading: string): string => heading.trim().toLowerCase().replaceAll(/[\s_-]+/g, ' ');

/** Says which column of a table holds what, with what is likely chosen already. */
export function ColumnMapping({ one, onMapped, onCancel }: { one: ImportHeadFragment; onMapped: () => void; onCancel: (() => void) | null }) {
  const headings = one.headings ?? [];
  const known = one.columns.length > 0 ? one.columns : one.guess;
  const chosenOf = (column: string): string => known.find((each) => each.column === column)?.heading ?? headings.find((heading) => plain(heading) === column) ?? '';
  const [chosen, setChosen] = useState<Record<string, string>>(() => Object.fromEntries(asked.map(({ column }) => [column, chosenOf(column)])));
  const [state, map] = useMutation(MapImportDocument);
  const [fault, setFault] = useState<string | null>(null);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if ((chosen['stem'] ?? '') === '') return setFault('Say which column holds the question.');
    const columns = Object.entries(chosen).flatMap(([column, heading]) => (heading === '' || plain(heading) === column ? [] : [{ column, heading }]));
    const { error } = await map({ id: one.id, columns });
    if (error !== undefined) return setFault(faultOf(error).message);
    setFault(null);
    return onMapped();
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      {fault !== null && <p role="alert" className="bad">{fault}</p>}
      <p className="quiet small measure">What is likely is chosen already. The right answer may be a letter, a number, true or false.</p>
      <div className="columns">
        {asked.map(({ column, label, none }) => (
          <NativeSelect key={column} label={label} value={chosen[column] ?? ''} data={[{ value: '', label: none ?? 'None' }, ...headings]}
            onChange={(event) => { const { value } = event.currentTarget; setChosen((before) => ({ ...before, [column]: value })); }} />
        ))}
      </div>
      <div className="row"><Button type="submit" loading={state.fetching}>Read the table so</Button>{onCancel !== null && <Button variant="subtle" onClick={onCancel}>Cancel</Button>}</div>
    </form>
  );
}
