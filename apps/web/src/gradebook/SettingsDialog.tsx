import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Radio.css';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { SaveGradebookDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import type { Book } from './book.js';

interface Props { cohort: string; book: Book; opened: boolean; close: () => void; onSaved: () => void; renew: () => void }
interface Draft { id: string; name: string; weight: string; drop: string }

/** Which marks count in which category, what each weighs, and how many of its lowest are left out. */
export function SettingsDialog({ opened, close, book, ...rest }: Props) {
  return (
    <Dialog opened={opened} close={close} title="Weights and categories">
      {opened && <SettingsForm key={book.revision} book={book} close={close} {...rest} />}
    </Dialog>
  );
}

function SettingsForm({ cohort, book, close, onSaved, renew }: Omit<Props, 'opened'>) {
  const [state, save] = useMutation(SaveGradebookDocument);
  const [categories, setCategories] = useState<Draft[]>(book.categories.map(({ id, name, weight, dropLowest }) => ({ id, name, weight: String(weight), drop: String(dropLowest) })));
  const [columns, setColumns] = useState(() => new Map(book.columns.map(({ id, category }) => [id, category ?? ''])));
  const [unmarked, setUnmarked] = useState(book.unmarked);
  const [fault, setFault] = useState('');
  const sum = categories.reduce((total, { weight }) => total + number(weight), 0);
  const details = new Set(book.columns.map(({ detail }) => detail));
  const change = (id: string, part: Partial<Draft>) => setCategories((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));
  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const known = new Set(categories.map(({ id }) => id));
    const { error } = await save({ input: {
      cohort, revision: book.revision, unmarked, categories: categories.map(({ id, name, weight, drop }) => ({ id, name, weight: number(weight), dropLowest: Math.round(number(drop)) })),
      columns: [...columns].map(([column, category]) => ({ column, category: known.has(category) ? category : null })),
    } });
    if (error === undefined) return onSaved();
    if (faultOf(error).code === 'GRADEBOOK_CHANGED') renew();
    setFault(faultOf(error).message);
  }
  return (
    <form className="stack wide" onSubmit={(event) => void submit(event)}>
      {fault !== '' && <p role="alert" className="bad">{fault}</p>}
      <fieldset className="book-fields">
        <legend>Categories</legend>
        {categories.map(({ id, name, weight, drop }) => (
          <div key={id} className="book-category">
            <TextInput label="Name" value={name} maxLength={80} onChange={(event) => change(id, { name: event.currentTarget.value })} />
            <TextInput label="Weight" inputMode="decimal" value={weight} onChange={(event) => change(id, { weight: event.currentTarget.value })} />
            <TextInput label="Lowest left out" inputMode="numeric" value={drop} onChange={(event) => change(id, { drop: event.currentTarget.value })} />
            {categories.length > 1 && <Button variant="subtle" onClick={() => setCategories((all) => all.filter((one) => one.id !== id))}>Remove<span className="unseen"> {name}</span></Button>}
          </div>
        ))}
        <p className="row"><Button variant="default" onClick={() => setCategories((all) => [...all, { id: crypto.randomUUID(), name: '', weight: String(Math.max(0, 100 - sum)), drop: '0' }])}>Add a category</Button><span role="status" className={Math.abs(sum - 100) < 0.005 ? 'quiet' : 'warn'}>The weights make {Math.round(sum * 100) / 100}{Math.abs(sum - 100) < 0.005 ? '' : '; they must make 100'}.</span></p>
      </fieldset>
      <fieldset className="book-fields">
        <legend>What counts where</legend>
        {book.columns.map(({ id, title, detail }) => (
          <NativeSelect key={id} label={title} description={details.size > 1 ? detail : undefined} value={columns.get(id) ?? ''} onChange={(event) => { const { value } = event.currentTarget; setColumns((now) => new Map(now).set(id, value)); }}
            data={[{ value: '', label: 'Not counted' }, ...categories.map((category) => ({ value: category.id, label: category.name === '' ? 'New category' : category.name }))]} />
        ))}
      </fieldset>
      <Radio.Group label="What isn't done counts as" value={unmarked} onChange={setUnmarked}><div className="stack tight"><Radio value="left-out" label="Nothing yet: the grade is of what was done so far" /><Radio value="zero" label="0" /></div></Radio.Group>
      <div className="row"><Button type="submit" loading={state.fetching}>Count by these weights</Button><Button variant="subtle" onClick={close}>Cancel</Button></div>
    </form>
  );
}

const number = (text: string): number => { const value = Number(text.replace(',', '.')); return Number.isFinite(value) ? value : 0; };
