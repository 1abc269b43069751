import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { announce } from '../frame/announce.js';
import { RemoveDeliveryRulesDocument, SaveDeliveryRulesDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';
import { plural } from '../time/words.js';
import { RulesFields } from './RulesFields.js';
import { draftOf, inputOf, inWords, keptOf, type Setting } from './rules.js';

/** The rules of one assessment, with what a learner will meet said as one types; asked before attempts under way are touched. */
export function RulesForm({ setting, onSaved }: { setting: Setting; onSaved: () => void }) {
  const [draft, setDraft] = useState(() => draftOf(setting));
  const [saving, save] = useMutation(SaveDeliveryRulesDocument);
  const [removing, remove] = useMutation(RemoveDeliveryRulesDocument);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [asked, setAsked] = useState<'save' | 'remove' | null>(null);
  const form = useFocusOnFault(faults);
  const kept = keptOf(draft, setting);
  const key = { course: setting.courseId, assessment: setting.assessment, cohort: setting.cohortId };
  const done = (sentence: string) => { announce(sentence); onSaved(); };
  async function put(): Promise<void> {
    setAsked(null);
    const password = draft.noPassword ? '' : draft.password === '' ? null : draft.password;
    const { error } = await save({ input: { ...key, revision: setting.revision, rules: inputOf(kept), networks: kept.networks, password } });
    if (error !== undefined) return setFaults(byField(fieldFaults(error)));
    done('The rules are saved and in force.');
  }
  async function takeAway(): Promise<void> {
    setAsked(null);
    const { error } = await remove({ ...key, revision: setting.revision });
    if (error !== undefined) return setFaults(fieldFaults(error));
    done('The rules are removed.');
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setFaults({});
    if (setting.openAttempts > 0) setAsked('save');
    else void put();
  };
  return (
    <form ref={form} className="stack wide" onSubmit={submit}>
      <section aria-labelledby="meets" className="stack tight summary">
        <h2 id="meets">What a learner will meet</h2>
        {inWords(kept).map((sentence) => <p key={sentence}>{sentence}</p>)}
      </section>
      <RulesFields draft={draft} faults={faults} passwordSet={setting.passwordSet} change={(part) => setDraft((before) => ({ ...before, ...part }))} />
      {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
      <div className="row">
        <Button type="submit" loading={saving.fetching}>Save the rules</Button>
        {setting.source === 'own' && <Button variant="subtle" loading={removing.fetching} onClick={() => (setting.openAttempts > 0 ? setAsked('remove') : void takeAway())}>Remove them</Button>}
      </div>
      <Dialog opened={asked !== null} close={() => setAsked(null)} title={`${plural(setting.openAttempts, 'attempt is', 'attempts are')} under way`}>
        <div className="stack">
          <p>What you change holds for {setting.openAttempts === 1 ? 'it' : 'them'} at once: a shorter time or an earlier closing can end {setting.openAttempts === 1 ? 'it' : 'them'} now. Answers given so far are kept.</p>
          <div className="row">
            <Button onClick={() => void (asked === 'remove' ? takeAway() : put())}>{asked === 'remove' ? 'Remove the rules' : 'Save'} for {plural(setting.openAttempts, 'open attempt')} too</Button>
            <Button variant="subtle" onClick={() => setAsked(null)}>Change nothing</Button>
          </div>
        </div>
      </Dialog>
    </form>
  );
}

/** A network is named by its place in the list; the field holds them all. */
function byField(faults: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(faults).map(([name, says]) => [/^\d+$/.test(name) ? 'networks' : name, says]));
}
