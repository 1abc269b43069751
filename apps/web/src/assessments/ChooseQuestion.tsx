import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { useTyped } from '../frame/useTyped.js';
import { FormCandidatesDocument, type FormsFragment } from '../generated/graphql.js';
import { Bones } from '../states/states.js';
import { plural } from '../time/words.js';
import type { Plan } from './plan.js';
import type { Place } from './formChanges.js';
import { formName, share, type UnitTitles } from './words.js';

/** A place of a form that is to get a question; `instead`: of the item there. */
export interface Wanted { place: Place; instead: string | null }
interface Props { plan: Plan; forms: FormsFragment; units: UnitTitles; wanted: Wanted | null; busy: boolean; fault: string | null; close: () => void; choose: (item: string) => void }
const shown = 20;

/** Approved questions for a place, the likeliest first. */
export function ChooseQuestion({ plan, forms, wanted, close, ...rest }: Props) {
  const form = forms.forms.find(({ id }) => id === wanted?.place.form);
  const title = plan.blueprint.sections.find(({ id }) => id === wanted?.place.section)?.title ?? '';
  const before = form?.sections.flatMap(({ items }) => items).find(({ item }) => item.id === wanted?.instead)?.item ?? null;
  return (
    <Dialog opened={wanted !== null} close={close} title={before === null ? `Add to ${title} of ${formName(wanted?.place.form ?? 'a')}` : `Swap in ${formName(wanted?.place.form ?? 'a')}`}>
      {wanted !== null && (
        <div className="stack">
          {before !== null && <p className="quiet"><strong>Now:</strong> {before.stem} ({before.level}, {before.difficulty})</p>}
          <List key={forms.revision} plan={plan} wanted={wanted} {...rest} />
          {before === null && <div className="row"><Button variant="subtle" onClick={close}>Done</Button></div>}
        </div>
      )}
    </Dialog>
  );
}

function List({ plan, wanted: { place, instead }, units, busy, fault, choose }: Omit<Props, 'forms' | 'close' | 'wanted'> & { wanted: Wanted }) {
  const [text, setText] = useState('');
  const [typed, type] = useTyped(text, setText);
  const [{ data, fetching, error }] = useQuery({ query: FormCandidatesDocument, variables: { plan: plan.id, ...place, instead, text, first: shown }, requestPolicy: 'network-only' });
  const found = data?.formCandidates;
  return (
    <>
      <TextInput type="search" label="Words of the question" description="Or of its name or tags" value={typed} onChange={(event) => type(event.currentTarget.value)} data-autofocus />
      {fault !== null && <p role="alert" className="bad">{fault}</p>}
      {error !== undefined && <p role="alert" className="bad">The questions could not be loaded. {error.graphQLErrors[0]?.message}</p>}
      {found === undefined && fetching && <Bones lines={5} />}
      {found?.nodes.length === 0 && <p className="quiet">No other approved question fits here. {text === '' ? 'The section asks for a kind of which all are in this form.' : 'Try other words.'}</p>}
      <ul className="lines candidates">
        {found?.nodes.map((item) => (
          <li key={item.id}>
            <p className="clamped">{item.stem}</p>
            <div className="row between">
              <span className="small quiet">{item.level}, {item.difficulty} · {item.measured ? '' : '≈ '}{share(item.expected)}{item.unit === null ? '' : ` · ${units.get(item.unit) ?? item.unit}`} · {item.uses === 0 ? 'in no form' : `in ${plural(item.uses, 'form')}`}</span>
              <Button size="compact-sm" variant="default" disabled={busy} onClick={() => choose(item.id)}>{instead === null ? 'Add' : 'Take this one'}<span className="unseen">: {item.name}</span></Button>
            </div>
          </li>
        ))}
      </ul>
      {found !== undefined && found.totalCount > found.nodes.length && <p className="small quiet">{found.totalCount - found.nodes.length} more fit; narrow them by words.</p>}
    </>
  );
}
