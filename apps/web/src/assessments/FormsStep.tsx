import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation } from 'urql';
import { announce } from '../frame/announce.js';
import { type FormInput, type FormsFragment, SaveFormsDocument, UndoFormsDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { Empty } from '../states/states.js';
import type { StepProps } from './plan.js';
import { Balance } from './Balance.js';
import { BuildResult } from './BuildResult.js';
import { ChooseQuestion, type Wanted } from './ChooseQuestion.js';
import { changed, withItem } from './formChanges.js';
import { FormColumn } from './FormColumn.js';
import { useForms } from './useForms.js';
import { formName } from './words.js';

/** The forms side by side: how they compare, what they don't keep, and their questions, each of which can be changed by hand. */
export function FormsStep({ plan, units, writes }: StepProps) {
  const { forms: found, result, again } = useForms(plan.id);
  const [saving, save] = useMutation(SaveFormsDocument);
  const [undoing, undo] = useMutation(UndoFormsDocument);
  const [fault, setFault] = useState<string | null>(null);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const firstSection = plan.blueprint.sections[0]?.id ?? '';

  async function put(forms: FormInput[], revision: number, sentence: string): Promise<boolean> {
    const { error } = await save({ plan: plan.id, revision, forms });
    setFault(error === undefined ? null : Object.values(fieldFaults(error)).join(' '));
    if (error === undefined) announce(sentence);
    return error === undefined;
  }
  async function takeBack(revision: number) {
    const { error } = await undo({ plan: plan.id, revision });
    setFault(error === undefined ? null : Object.values(fieldFaults(error)).join(' '));
    if (error === undefined) announce('The last change is taken back.');
  }
  async function choose(forms: FormsFragment, { place, instead }: Wanted, item: string) {
    const own = forms.forms.length > 0 ? withItem(forms.forms, place, instead, item) : [{ id: place.form, sections: [{ id: place.section, items: [{ id: item, locked: true }] }] }];
    if (await put(own, forms.revision, instead === null ? 'The question is added.' : 'The question is replaced.') && instead !== null) setWanted(null);
  }
  return (
    <Loaded result={result} value={found} retry={again} what="assessment" need="instructors">
      {(forms) => (
        <div className="stack wide">
          {forms.forms.length === 0 ? (
            <>
              <Empty title="No forms yet" action={writes && (
                <>
                  <Link to="/assessments/$assessment" params={{ assessment: plan.id }} search={{ step: 'blueprint' }}>Build them by the blueprint</Link>
                  <Button variant="default" onClick={() => setWanted({ place: { form: 'a', section: firstSection }, instead: null })}>Pick questions by hand</Button>
                </>
              )}>A form is what a learner gets: its questions, in sections. Forms that are built keep the blueprint and are equally hard.</Empty>
              {forms.build !== null && <BuildResult build={forms.build} take={null} />}
              {forms.canUndo && writes && <div className="row"><Button variant="subtle" loading={undoing.fetching} onClick={() => void takeBack(forms.revision)}>Bring the forms back that were here</Button></div>}
            </>
          ) : (
            <>
              {forms.build?.state === 'RUNNING' && <BuildResult build={forms.build} take={null} />}
              <Balance forms={forms.forms} />
              <Breaches breaches={forms.breaches} plan={plan.id} />
              <section aria-labelledby="questions" className="stack">
                <div className="row between">
                  <h2 id="questions">Questions</h2>
                  <div className="row">
                    {forms.canUndo && writes && <Button variant="subtle" size="compact-sm" loading={undoing.fetching} onClick={() => void takeBack(forms.revision)}>Undo the last change</Button>}
                    <Link to="/assessments/$assessment" params={{ assessment: plan.id }} search={{ step: 'pass-mark' }}>Next: the pass mark</Link>
                  </div>
                </div>
                {fault !== null && <p role="alert" className="bad">{fault}</p>}
                {writes && <p className="quiet small measure">Locked questions stay where they are when the forms are built anew. What you put in by hand is locked. The share says how many learners are expected to get a question right; with ≈ it goes by the question’s label alone.</p>}
                <div className="form-columns" role="group" aria-label="Forms side by side" tabIndex={0}>
                  {forms.forms.map((form) => (
                    <FormColumn key={form.id} form={form} all={forms.forms} units={units} writes={writes && !saving.fetching}
                      swap={(place, item) => setWanted({ place, instead: item })} add={(place) => setWanted({ place, instead: null })}
                      lock={(place, item, locked) => void put(changed(forms.forms, place, (items) => items.map((one) => (one.id === item ? { ...one, locked } : one))), forms.revision, locked ? 'Locked.' : 'Unlocked.')}
                      remove={(place, item) => void put(changed(forms.forms, place, (items) => items.filter(({ id }) => id !== item)), forms.revision, `The question is taken out of ${formName(place.form)}.`)} />
                  ))}
                </div>
              </section>
            </>
          )}
          <ChooseQuestion plan={plan} forms={forms} units={units} wanted={wanted} busy={saving.fetching} fault={fault} close={() => setWanted(null)} choose={(item) => { if (wanted !== null) void choose(forms, wanted, item); }} />
        </div>
      )}
    </Loaded>
  );
}

function Breaches({ breaches, plan }: { breaches: FormsFragment['breaches']; plan: string }) {
  if (breaches.length === 0) return <p className="sign good" data-sign="✓">All forms keep the blueprint.</p>;
  return (
    <section aria-labelledby="breaches" className="stack tight">
      <h2 id="breaches" className="sign warn" data-sign="!">Not as the blueprint asks</h2>
      <ul className="bulleted">{breaches.map(({ form, says }) => <li key={`${form}/${says}`}>{form === null ? 'Together' : formName(form)}: the blueprint asks that {says}</li>)}</ul>
      <p className="small quiet">They can be published all the same. <Link to="/assessments/$assessment" params={{ assessment: plan }} search={{ step: 'blueprint' }}>Change the blueprint</Link></p>
    </section>
  );
}
