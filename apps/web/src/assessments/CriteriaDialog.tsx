import { Button, NativeSelect } from '@mantine/core';
import type { Criteria } from '@preceptor/assessment';
import { useState } from 'react';
import { Dialog } from '../frame/Dialog.js';
import type { BlueprintOutlookQuery } from '../generated/graphql.js';
import { useBankTitles } from './bankTitles.js';
import { criteriaInWords, difficulties, levels, type UnitTitles } from './words.js';

export type Outlook = BlueprintOutlookQuery['blueprintOutlook'];
interface Props { of: Criteria; units: UnitTitles; outlook: Outlook | null; disabled: boolean; /** what the button is about, for whoever doesn't see where it stands */ about: string; change: (of: Criteria) => void }

/** What is counted, in words; a click opens the choices. */
export function CriteriaButton({ of, units, outlook, disabled, about, change }: Props) {
  const [open, setOpen] = useState(false);
  const banks = useBankTitles();
  const words = criteriaInWords(of, units, banks);
  if (disabled) return <span>{words}</span>;
  return (
    <>
      <button type="button" className="link criteria" onClick={() => setOpen(true)}>{words}<span className="unseen">: choose the questions of {about}</span></button>
      <Dialog opened={open} close={() => setOpen(false)} title="Which questions?">{open && <Choices of={of} units={units} banks={banks} outlook={outlook} take={(next) => { setOpen(false); change(next); }} />}</Dialog>
    </>
  );
}

/** A choice for each property that a question has; what is left open asks nothing. */
function Choices({ of, units, banks, outlook, take }: Pick<Props, 'of' | 'units' | 'outlook'> & { banks: ReadonlyMap<string, string>; take: (of: Criteria) => void }) {
  const [draft, setDraft] = useState<Record<string, string>>(() => ({ ...of }));
  const select = (name: keyof Criteria, label: string, values: readonly { value: string; label: string }[]) => (
    <NativeSelect label={label} value={draft[name] ?? ''} onChange={(event) => { const { value } = event.currentTarget; setDraft((before) => ({ ...before, [name]: value })); }}
      data={[{ value: '', label: 'any' }, ...withOwn(values, draft[name])]} />
  );
  const counted = (values: readonly { value: string; items: number }[], named: (value: string) => string = (value) => value) => values.map(({ value, items }) => ({ value, label: `${named(value)} (${items})` }));
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return (
    <div className="stack">
      {select('unit', 'Unit', outlook === null ? [...units].map(([value, label]) => ({ value, label })) : counted(outlook.units, (id) => units.get(id) ?? id))}
      <div className="row ends pair">{select('level', 'Level', plain(levels))}{select('difficulty', 'Difficulty', plain(difficulties))}</div>
      <div className="row ends pair">{select('tag', 'Tag', counted(outlook?.tags ?? []))}{select('statement', 'Statement', counted(outlook?.statements ?? []))}</div>
      <div className="row ends pair">{select('kind', 'Kind', counted(outlook?.kinds ?? [], (kind) => kind.replaceAll('-', ' ')))}{select('bank', 'Bank', counted(outlook?.banks ?? [], (name) => banks.get(name) ?? name))}</div>
      <p className="quiet small">All that you choose must hold at once.</p>
      <div className="row">
        <Button onClick={() => take(Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== '')) as Criteria)}>Take these</Button>
        <Button variant="subtle" onClick={() => take({})}>Any question</Button>
      </div>
    </div>
  );
}

/** What is chosen stays to be seen, even where no question has it any more. */
function withOwn(values: readonly { value: string; label: string }[], own: string | undefined): { value: string; label: string }[] {
  return own === undefined || own === '' || values.some(({ value }) => value === own) ? [...values] : [...values, { value: own, label: `${own} (0)` }];
}
