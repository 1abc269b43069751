import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../frame/announce.js';
import { exactly } from '../../time/words.js';
import { withIds } from '../document/ids.js';
import type { ItemDocument } from '../document/paths.js';
import { differences } from '../history/differences.js';
import { Differences } from '../history/Differences.js';
import { forget, keptOf } from './kept.js';

interface Props { item: string; account: string; opened: { revision: number; document: ItemDocument }; restore: (document: ItemDocument) => void; settle: (revision: number) => void }

/** What was written here and never reached the server, because the tab, the computer or the network went away: offered once. */
export function Recovered({ item, account, opened, restore, settle }: Props) {
  const [kept, setKept] = useState(() => {
    const found = keptOf(account, item);
    return found === null || JSON.stringify(withIds(found.document)) === JSON.stringify(opened.document) ? null : found;
  });
  if (kept === null) return null;
  const changed = differences(opened.document, withIds(kept.document));
  const take = (): void => {
    // Saved from the revision that it was written from: if somebody has saved since, both are joined, or shown side by side.
    settle(kept.revision);
    restore(withIds(kept.document));
    setKept(null);
    announce('What you had written is back.');
  };
  return (
    <section className="notice" aria-label="Text that was not saved">
      <p><strong>You wrote something here that was not saved</strong> <span className="quiet">({exactly(kept.at)})</span></p>
      <details><summary>What it changes</summary><Differences all={changed} /></details>
      <div className="row"><Button size="sm" onClick={take}>Restore it</Button><Button size="sm" variant="subtle" onClick={() => { forget(account, item); setKept(null); }}>Discard it</Button></div>
    </section>
  );
}
