import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import type { BankItemFilter, FacetFragment } from '../generated/graphql.js';
import { plural } from '../time/words.js';
import { changeKinds, type ChangeKind } from './changes.js';
import { ChangeDialog } from './ChangeDialog.js';
import type { Done } from './DoneNotice.js';
import type { Bank } from './folderTree.js';
import { noneChosen, selectionOf, type Chosen } from './selection.js';

interface Props {
  bank: Bank | null; filter: BankItemFilter; chosen: Chosen; total: number; page: number; tags: readonly FacetFragment[];
  choose: (chosen: Chosen) => void; onDone: (done: Done) => void;
}

/** How many questions are chosen, and what can be done with them. */
export function ChosenBar({ bank, filter, chosen, total, page, tags, choose, onDone }: Props) {
  const [kind, setKind] = useState<ChangeKind | null>(null);
  const count = chosen.all ? total : chosen.ids.size;
  if (count === 0) return null;
  return (
    <div className="chosen-bar" role="group" aria-label="Chosen questions">
      <span role="status">{chosen.all ? `All ${plural(count, 'question')} chosen` : `${plural(count, 'question')} chosen`}</span>
      <Menu position="bottom-start" width={230} shadow="md" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target><Button size="compact-md">Change {count === 1 ? 'it' : 'them'} <span aria-hidden="true" className="caret">▾</span></Button></Menu.Target>
        <Menu.Dropdown>
          {changeKinds.filter((each) => each.kind !== 'folder' || (bank !== null && bank.folders.length > 0)).map((each) => <Menu.Item key={each.kind} onClick={() => setKind(each.kind)}>{each.label}</Menu.Item>)}
        </Menu.Dropdown>
      </Menu>
      {!chosen.all && total > page && <button type="button" className="link" onClick={() => choose({ ids: chosen.ids, all: true })}>Choose all {total.toLocaleString('en')}</button>}
      <button type="button" className="link" onClick={() => choose(noneChosen)}>Choose none</button>
      <ChangeDialog kind={kind} bank={bank} selection={selectionOf(chosen, filter)} tags={tags} close={() => setKind(null)} onDone={(done) => { setKind(null); choose(noneChosen); onDone(done); }} />
    </div>
  );
}
