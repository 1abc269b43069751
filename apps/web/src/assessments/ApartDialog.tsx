import { Button, Checkbox, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { useTyped } from '../frame/useTyped.js';
import { BankListDocument } from '../generated/graphql.js';
import { Bones } from '../states/states.js';
import { plural } from '../time/words.js';

interface Props { course: string; opened: boolean; close: () => void; take: (items: string[]) => void }
const shown = 20;
const most = 50;

/** Approved questions of the course, of which those that are ticked never stand in one form. */
export function ApartDialog({ opened, close, ...rest }: Props) {
  return <Dialog opened={opened} close={close} title="Keep questions apart">{opened && <Choices {...rest} />}</Dialog>;
}

function Choices({ course, take }: Omit<Props, 'opened' | 'close'>) {
  const [text, setText] = useState('');
  const [typed, type] = useTyped(text, setText);
  const [chosen, setChosen] = useState<{ id: string; stem: string }[]>([]);
  const [{ data, fetching, error }] = useQuery({ query: BankListDocument, variables: { filter: { course, approved: true, ...(text === '' ? {} : { text }) }, first: shown, after: null } });
  const found = data?.bankItems;
  const isChosen = (id: string): boolean => chosen.some((one) => one.id === id);
  const nodes = found?.nodes ?? [];
  const listed = [...chosen.filter(({ id }) => !nodes.some((one) => one.id === id)), ...nodes];
  return (
    <div className="stack">
      <TextInput type="search" label="Words of the question" value={typed} onChange={(event) => type(event.currentTarget.value)} data-autofocus />
      {error !== undefined && <p role="alert" className="bad">The questions could not be loaded. {error.graphQLErrors[0]?.message}</p>}
      {found === undefined && fetching && <Bones lines={5} />}
      {found?.nodes.length === 0 && <p className="quiet">No approved question says this. Try other words.</p>}
      <ul className="stack tight">
        {listed.map(({ id, stem }) => (
          <li key={id}><Checkbox label={stem} checked={isChosen(id)} disabled={!isChosen(id) && chosen.length >= most} onChange={() => setChosen(isChosen(id) ? chosen.filter((one) => one.id !== id) : [...chosen, { id, stem }])} /></li>
        ))}
      </ul>
      {found !== undefined && found.totalCount > found.nodes.length && <p className="small quiet">{found.totalCount - found.nodes.length} more are approved; find them by their words. What is ticked stays.</p>}
      <div className="row"><Button disabled={chosen.length < 2} onClick={() => take(chosen.map(({ id }) => id))}>{chosen.length < 2 ? 'Tick two at least' : `Keep these ${plural(chosen.length, 'question')} apart`}</Button></div>
    </div>
  );
}
