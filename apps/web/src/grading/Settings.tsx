import { Button, Checkbox, NativeSelect, NumberInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/NumberInput.css';
import { useState } from 'react';
import { useMutation } from 'urql';
import { announce } from '../frame/announce.js';
import { Dialog } from '../frame/Dialog.js';
import { type GradingQueuePageQuery, SaveGradingSettingsDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';

type Rules = GradingQueuePageQuery['gradingQueue']['rules'];
const seconds = [{ value: '0', label: 'Nobody: one grader is enough' }, { value: '1', label: 'Each answer' }, ...[2, 3, 4, 5, 10, 20].map((every) => ({ value: String(every), label: `Every ${every}${every === 2 ? 'nd' : every === 3 ? 'rd' : 'th'} answer` }))];

/** How the answers of this assessment are graded. */
export function Settings({ queue, rules, saved }: { queue: string; rules: Rules; saved: () => void }) {
  const [opened, setOpened] = useState(false);
  const [anonymous, setAnonymous] = useState(rules.anonymous);
  const [every, setEvery] = useState(String(rules.doubleEvery));
  const [difference, setDifference] = useState<number | string>(Math.round(rules.largestDifference * 100));
  const [{ fetching, error }, save] = useMutation(SaveGradingSettingsDocument);
  async function submit() {
    const { error: refused } = await save({ queue, settings: { anonymous, doubleEvery: Number(every), largestDifference: Number(difference) / 100 } });
    if (refused !== undefined) return;
    setOpened(false);
    announce('Saved how this assessment is graded.');
    saved();
  }
  const options = seconds.some(({ value }) => value === every) ? seconds : [...seconds, { value: every, label: `Every ${every}th answer` }];
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>How this is graded</Button>
      <Dialog opened={opened} close={() => setOpened(false)} title="How this assessment is graded">
        <form className="stack" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
          <Checkbox label="Graders don't see whose answer it is" checked={anonymous} onChange={(event) => setAnonymous(event.currentTarget.checked)} />
          <NativeSelect label="Graded by a second person" data={options} value={every} onChange={(event) => setEvery(event.currentTarget.value)} description="Holds for answers that nobody has graded yet." />
          <NumberInput label="Largest difference whose mean counts, in % of the points" description="Further apart, somebody else decides." min={0} max={100} clampBehavior="strict" value={difference} onChange={setDifference} disabled={every === '0'} />
          {error !== undefined && <p role="alert" className="bad small">{faultOf(error).message}</p>}
          <div className="row"><Button type="submit" loading={fetching}>Save</Button></div>
        </form>
      </Dialog>
    </>
  );
}
