import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useMutation, type CombinedError } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { ChangeFolderDocument, CreateFolderDocument, DeleteFolderDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { branchesOf, withinFolder, type Bank, type Folder } from './folderTree.js';

export type FolderTask = { is: 'create'; parent: string | null } | { is: 'rename' | 'move' | 'delete'; folder: Folder };
interface Props { bank: Bank; task: FolderTask | null; close: () => void; /** hears what was done, and whether the folder is gone */ onDone: (said: string, gone: boolean) => void }

/** Makes, renames, moves or deletes a folder. */
export function FolderDialog({ bank, task, close, onDone }: Props) {
  const title = task === null ? '' : task.is === 'create' ? 'Make a folder' : { rename: 'Rename the folder', move: 'Move the folder', delete: 'Delete the folder?' }[task.is];
  return <Dialog opened={task !== null} close={close} title={title}>{task !== null && <Task bank={bank} task={task} close={close} onDone={onDone} />}</Dialog>;
}

function Task({ bank, task, close, onDone }: Props & { task: FolderTask }) {
  const [, create] = useMutation(CreateFolderDocument);
  const [, change] = useMutation(ChangeFolderDocument);
  const [, remove] = useMutation(DeleteFolderDocument);
  if (task.is === 'create') {
    return (
      <Form button="Make the folder" close={close} submit={async (field) => (await create({ bank: bank.id, title: field('title'), parent: task.parent })).error} done={(field) => onDone(`The folder ${field('title')} is made.`, false)}>
        {(faults) => <TextInput name="title" label="Name" required withAsterisk={false} maxLength={80} error={faults['title']} data-autofocus />}
      </Form>
    );
  }
  const { folder } = task;
  if (task.is === 'rename') {
    return (
      <Form button="Rename" close={close} submit={async (field) => (await change({ id: folder.id, input: { title: field('title') } })).error} done={(field) => onDone(`The folder is called ${field('title')} now.`, false)}>
        {(faults) => <TextInput name="title" label="Name" defaultValue={folder.title} required withAsterisk={false} maxLength={80} error={faults['title']} data-autofocus />}
      </Form>
    );
  }
  if (task.is === 'move') {
    const within = withinFolder(bank.folders, folder.id);
    const places = branchesOf(bank.folders).filter((branch) => !within.includes(branch.folder.id));
    return (
      <Form button="Move" close={close} submit={async (field) => (await change({ id: folder.id, input: { parent: field('parent') === '' ? null : field('parent') } })).error} done={() => onDone(`${folder.title} is moved.`, false)}>
        {(faults) => <NativeSelect name="parent" label={`Put “${folder.title}” into`} defaultValue={folder.parentId ?? ''} error={faults['parent']} data={[{ value: '', label: 'The bank itself' }, ...places.map((branch) => ({ value: branch.folder.id, label: branch.path }))]} data-autofocus />}
      </Form>
    );
  }
  return (
    <Form button="Delete the folder" danger close={close} submit={async () => (await remove({ id: folder.id })).error} done={() => onDone(`The folder ${folder.title} is deleted.`, true)}>
      {(faults) => <>{faults['id'] !== undefined && <p role="alert" className="bad">{faults['id']}</p>}<p>“{folder.title}” goes; questions are never deleted with it. Only an empty folder can be deleted.</p></>}
    </Form>
  );
}

type Field = (name: string) => string;
interface FormProps { button: string; danger?: boolean; close: () => void; submit: (field: Field) => Promise<CombinedError | undefined>; done: (field: Field) => void; children: (faults: Record<string, string>) => ReactNode }

function Form({ button, danger = false, close, submit, done, children }: FormProps) {
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [sending, setSending] = useState(false);
  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const field = (name: string) => String(fields.get(name) ?? '');
    setSending(true);
    const error = await submit(field);
    setSending(false);
    if (error === undefined) done(field);
    else setFaults(fieldFaults(error));
  }
  return (
    <form className="stack" onSubmit={(event) => void send(event)}>
      {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
      {children(faults)}
      <div className="row"><Button type="submit" loading={sending} {...(danger ? { className: 'danger' } : {})}>{button}</Button><Button variant="subtle" onClick={close}>Cancel</Button></div>
    </form>
  );
}
