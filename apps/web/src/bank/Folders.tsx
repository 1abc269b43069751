import { Button, Menu, NativeSelect } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { announce } from '../frame/announce.js';
import { branchesOf, type Bank } from './folderTree.js';
import { FolderDialog, type FolderTask } from './FolderDialog.js';

/** The folders of a bank: beside the list on a wide screen, a choice above it on a narrow one. */
export function Folders({ bank, chosen, writes, onChanged }: { bank: Bank; chosen: string | undefined; writes: boolean; onChanged: () => void }) {
  const navigate = useNavigate({ from: '/bank/$bank' });
  const [task, setTask] = useState<FolderTask | null>(null);
  const branches = branchesOf(bank.folders);
  const here = branches.find(({ folder }) => folder.id === chosen);
  const open = (folder: string | undefined) => void navigate({ search: (before) => ({ ...before, folder, after: undefined, page: undefined }), resetScroll: false });
  const done = (said: string, gone: boolean) => {
    setTask(null);
    announce(said);
    onChanged();
    if (gone) open(undefined);
  };
  return (
    <aside aria-label="Folders" className="folders">
      {branches.length > 0 && (
        <>
          <NativeSelect className="narrow" label="Folder" value={chosen ?? ''} data={[{ value: '', label: 'The whole bank' }, ...branches.map(({ folder, path, items }) => ({ value: folder.id, label: `${path} (${items})` }))]}
            onChange={(event) => open(event.currentTarget.value === '' ? undefined : event.currentTarget.value)} />
          <ul className="wide-only">
            <FolderLink depth={0} current={chosen === undefined} folder={undefined} title="The whole bank" items={bank.counts.draft + bank.counts.inReview + bank.counts.approved} />
            {branches.map(({ folder, depth, items }) => <FolderLink key={folder.id} depth={depth + 1} current={folder.id === chosen} folder={folder.id} title={folder.title} items={items} />)}
          </ul>
        </>
      )}
      {writes && (here === undefined ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setTask({ is: 'create', parent: null })}>Make a folder</Button>
      ) : (
        <Menu position="bottom-start" width={230} shadow="md" withinPortal={false} withInitialFocusPlaceholder={false}>
          <Menu.Target><Button variant="subtle" size="compact-sm">Change “{here.folder.title}”</Button></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setTask({ is: 'create', parent: here.folder.id })}>Make a folder in it</Menu.Item>
            <Menu.Item onClick={() => setTask({ is: 'rename', folder: here.folder })}>Rename</Menu.Item>
            <Menu.Item onClick={() => setTask({ is: 'move', folder: here.folder })}>Move</Menu.Item>
            <Menu.Item onClick={() => setTask({ is: 'delete', folder: here.folder })}>Delete</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ))}
      <FolderDialog bank={bank} task={task} close={() => setTask(null)} onDone={done} />
    </aside>
  );
}

function FolderLink({ depth, current, folder, title, items }: { depth: number; current: boolean; folder: string | undefined; title: string; items: number }) {
  return (
    <li style={{ paddingInlineStart: `${Math.max(0, depth - 1) * 0.9}rem` }}>
      <Link from="/bank/$bank" to="." search={(before) => ({ ...before, folder, after: undefined, page: undefined })} resetScroll={false} {...(current ? { 'aria-current': 'true' as const } : {})}><span>{title}</span><span className="number quiet">{items}</span></Link>
    </li>
  );
}
