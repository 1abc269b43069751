import { Button, NativeSelect, Radio, Stack } from '@mantine/core';
import '@mantine/core/styles/Radio.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Stack.css';
import { useEffect, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { branchesOf } from '../bank/folderTree.js';
import { type ExistingItems, ImportProgressDocument, type ImportHeadFragment, RunImportDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { plural } from '../time/words.js';
import type { Bank } from './place.js';

const choices: { value: ExistingItems; label: string; about: string }[] = [
  { value: 'NEW_VERSION', label: 'Update the questions here', about: 'Each becomes a new draft; what is approved stays in use until the draft is.' },
  { value: 'SKIP', label: 'Leave them out', about: 'The questions here stay as they are.' },
  { value: 'RENAME', label: 'Import them beside', about: 'Under a name with a number.' },
];

/** What happens to names that are taken, where new questions go, and the one button. */
export function Decide({ one, bank, onRun }: { one: ImportHeadFragment; bank: Bank; onRun: () => void }) {
  const [existing, setExisting] = useState<ExistingItems>('NEW_VERSION');
  const [folder, setFolder] = useState('');
  const [state, run] = useMutation(RunImportDocument);
  const good = one.counts.all - one.counts.failed;
  if (good === 0) return null;
  if (state.fetching) return <Running id={one.id} total={one.counts.all} />;
  const branches = branchesOf(bank.folders);
  const start = async () => {
    const { error } = await run({ id: one.id, existing, folder: folder === '' ? null : folder });
    if (error === undefined) onRun();
  };
  return (
    <div className="stack decide">
      {state.error !== undefined && <p role="alert" className="bad">Nothing came in. {faultOf(state.error).message}</p>}
      {one.counts.known > 0 && (
        <Radio.Group label={`${plural(one.counts.known, 'question')} ${one.counts.known === 1 ? 'has the name of one that is' : 'have names of some that are'} here already`} value={existing} onChange={(value) => setExisting(choices.find((each) => each.value === value)?.value ?? 'NEW_VERSION')}>
          <Stack gap="xs" mt={6}>{choices.map(({ value, label, about }) => <Radio key={value} value={value} label={label} description={about} />)}</Stack>
        </Radio.Group>
      )}
      {branches.length > 0 && <NativeSelect label="Where new questions go" value={folder} data={[{ value: '', label: `${bank.title}, in no folder` }, ...branches.map(({ folder: each, path }) => ({ value: each.id, label: path }))]} onChange={(event) => setFolder(event.currentTarget.value)} maw={420} />}
      <div className="row"><Button onClick={() => void start()}>Import {plural(good, 'question')}</Button><span className="small quiet">They come in as drafts, all in one go. You can take them back afterwards.</span></div>
    </div>
  );
}

function Running({ id, total }: { id: string; total: number }) {
  const [{ data }, look] = useQuery({ query: ImportProgressDocument, variables: { id }, requestPolicy: 'network-only' });
  useEffect(() => {
    const timer = setInterval(() => look({ requestPolicy: 'network-only' }), 400);
    return () => clearInterval(timer);
  }, [look]);
  const done = data?.itemImport?.progress?.done ?? 0;
  return (
    <div className="stack tight under-way">
      <p role="status">Importing: {done.toLocaleString('en')} of {total.toLocaleString('en')}</p>
      <progress aria-label="How much is imported" value={done} max={total} />
    </div>
  );
}
