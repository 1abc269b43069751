import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import type { Criteria } from '@preceptor/assessment';
import { useState } from 'react';
import { ApartDialog } from './ApartDialog.js';
import { CriteriaButton, type Outlook } from './CriteriaDialog.js';
import { freeId, type Draft } from './draft.js';
import type { UnitTitles } from './words.js';

export interface TableProps { draft: Draft; change: (part: Partial<Draft>) => void; outlook: Outlook | null; units: UnitTitles; faults: Record<string, string>; writes: boolean }
type Standing = Outlook['rules'][number];

/** The parts of every form. */
export function Sections({ draft, change, outlook, units, faults, writes }: TableProps) {
  const set = (place: number, part: Partial<Draft['sections'][number]>) => change({ sections: draft.sections.map((one, index) => (index === place ? { ...one, ...part } : one)) });
  return (
    <section aria-labelledby="sections" className="stack">
      <div><h2 id="sections">Sections</h2><p className="quiet small">The parts of every form, in order. One is enough for most.</p></div>
      <ul className="blueprint-rows">
        {draft.sections.map(({ id, title, count, shuffle, of }, place) => (
          <li key={id} className="section-row">
            <TextInput label="Title" value={title} disabled={!writes} error={faults[`sections.${place}.title`]} onChange={(event) => set(place, { title: event.currentTarget.value })} />
            <TextInput label="Questions" inputMode="numeric" className="few" value={count} disabled={!writes} error={faults[`sections.${place}.count`]} onChange={(event) => set(place, { count: event.currentTarget.value })} />
            <div className="cell"><span className="cell-label">Out of</span><CriteriaButton of={of} units={units} outlook={outlook} disabled={!writes} about={title} change={(next) => set(place, { of: next })} /></div>
            <Checkbox label="In random order" checked={shuffle} disabled={!writes} onChange={(event) => set(place, { shuffle: event.currentTarget.checked })} />
            {writes && draft.sections.length > 1 && <button type="button" className="link small" onClick={() => change({ sections: draft.sections.filter((_, index) => index !== place), rules: draft.rules.filter((rule) => rule.section !== id) })}>Remove<span className="unseen"> section {title}</span></button>}
            <There standing={outlook?.sections.find((one) => one.id === id)} take={writes ? (instead) => set(place, { count: String(instead) }) : null} />
          </li>
        ))}
      </ul>
      {writes && draft.sections.length < 20 && <div className="row"><Button variant="default" onClick={() => change({ sections: [...draft.sections, { id: freeId(draft.sections, 'section'), title: `Part ${draft.sections.length + 1}`, count: '5', shuffle: true, of: {} }] })}>Add a section</Button></div>}
    </section>
  );
}

/** How many of what kind a form has. */
export function Rules({ draft, change, outlook, units, faults, writes }: TableProps) {
  const set = (place: number, part: Partial<Draft['rules'][number]>) => change({ rules: draft.rules.map((one, index) => (index === place ? { ...one, ...part } : one)) });
  const add = () => change({ rules: [...draft.rules, { id: freeId(draft.rules, 'rule'), section: '', of: { level: 'application' } satisfies Criteria, least: '1', most: '' }] });
  return (
    <section aria-labelledby="rules" className="stack">
      <div><h2 id="rules">Rules</h2><p className="quiet small">How many questions of a kind a form has: of a unit, level, difficulty, tag or statement. Fill in one side or both.</p></div>
      {draft.rules.length === 0 && <p className="quiet">No rule: any approved questions will do.</p>}
      <ul className="blueprint-rows">
        {draft.rules.map(({ id, section, of, least, most }, place) => (
          <li key={id} className="rule-row">
            <TextInput label="At least" inputMode="numeric" className="few" value={least} disabled={!writes} error={faults[`rules.${place}.least`]} onChange={(event) => set(place, { least: event.currentTarget.value })} />
            <TextInput label="At most" inputMode="numeric" className="few" value={most} disabled={!writes} error={faults[`rules.${place}.most`]} onChange={(event) => set(place, { most: event.currentTarget.value })} />
            <div className="cell"><span className="cell-label">Of</span><CriteriaButton of={of} units={units} outlook={outlook} disabled={!writes} about={`rule ${place + 1}`} change={(next) => set(place, { of: next })} /></div>
            <NativeSelect label="In" value={section} disabled={!writes} data={[{ value: '', label: 'the whole form' }, ...draft.sections.map((one) => ({ value: one.id, label: one.title }))]} onChange={(event) => set(place, { section: event.currentTarget.value })} />
            {writes && <button type="button" className="link small" onClick={() => change({ rules: draft.rules.filter((_, index) => index !== place) })}>Remove<span className="unseen"> rule {place + 1}</span></button>}
            <There standing={outlook?.rules.find((one) => one.id === id)} take={writes ? (instead) => set(place, { least: String(instead) }) : null} />
          </li>
        ))}
      </ul>
      {writes && draft.rules.length < 60 && <div className="row"><Button variant="default" onClick={add}>Add a rule</Button></div>}
    </section>
  );
}

/** Questions of which a form has one at most. */
export function Apart({ draft, change, outlook, writes, course }: TableProps & { course: string }) {
  const [choosing, setChoosing] = useState(false);
  const free = outlook?.tags.filter(({ value }) => !draft.apart.some(({ tag }) => tag === value)) ?? [];
  return (
    <section aria-labelledby="apart" className="stack">
      <div><h2 id="apart">Never together</h2><p className="quiet small">Questions that give each other away: a form has one of them at most. Name a tag that they share, or choose them one by one.</p></div>
      <ul className="blueprint-rows">
        {draft.apart.map(({ id, tag, items }) => (
          <li key={id} className="row between">
            <span>Only one question {tag === undefined ? `of ${items?.length ?? 0} that were named` : `tagged “${tag}”`} in a form</span>
            <span className="row"><span className="quiet small">{outlook?.apart.find((one) => one.id === id)?.available ?? 0} there</span>
              {writes && <button type="button" className="link small" onClick={() => change({ apart: draft.apart.filter((one) => one.id !== id) })}>Remove<span className="unseen"> {tag ?? 'the questions that were named'}</span></button>}</span>
          </li>
        ))}
      </ul>
      {writes && (free.length === 0 ? <p className="quiet small">{draft.apart.length === 0 ? 'None of the approved questions has a tag.' : 'No other tag is left.'}</p> : (
        <NativeSelect label="Keep apart what is tagged" className="narrow" value="" data={[{ value: '', label: 'choose a tag' }, ...free.map(({ value, items }) => ({ value, label: `${value} (${items})` }))]}
          onChange={(event) => { const tag = event.currentTarget.value; if (tag !== '') change({ apart: [...draft.apart, { id: freeId(draft.apart, 'apart'), tag }] }); }} />
      ))}
      {writes && draft.apart.length < 60 && <div className="row"><Button variant="default" onClick={() => setChoosing(true)}>Choose questions to keep apart</Button></div>}
      <ApartDialog course={course} opened={choosing} close={() => setChoosing(false)} take={(items) => { setChoosing(false); change({ apart: [...draft.apart, { id: freeId(draft.apart, 'apart'), items }] }); }} />
    </section>
  );
}

/** How many questions there are for a part of the blueprint; where too few, why, and what would do. */
function There({ standing, take }: { standing: Standing | undefined; take: ((instead: number) => void) | null }) {
  if (standing === undefined) return <span className="there quiet small" />;
  const { available, needed, says, instead } = standing;
  if (says === null) return <span className="there small good sign" data-sign="✓">{available} there{needed > 0 ? `, ${needed} needed` : ''}</span>;
  return (
    <span className="there small">
      <span className="sign bad" data-sign="✕">{says}</span>
      {take !== null && instead !== null && <> <button type="button" className="link" onClick={() => take(instead)}>Ask for {instead}</button></>}
    </span>
  );
}
