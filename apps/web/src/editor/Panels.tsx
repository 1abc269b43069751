import type { Item } from '@preceptor/assessment';
import { useRef, type KeyboardEvent } from 'react';
import { openCount, ToMend } from './findings/ToMend.js';
import type { Said } from './findings/said.js';
import { History } from './history/History.js';
import { Preview } from './preview/Preview.js';
import { Comments } from './review/Comments.js';
import type { ItemComments } from './useComments.js';

export type PanelName = 'write' | 'preview' | 'mend' | 'comments' | 'history';
interface Props {
  panel: PanelName; setPanel: (panel: PanelName) => void;
  item: string; compiled: Item | null; said: Said; comments: ItemComments; place: string; setPlace: (place: string) => void; mayComment: boolean;
  goTo: (pointer: string) => void; language: string; revision: number; mayRestore: boolean; restore: (revision: number) => Promise<string | null>;
}

/** What stands beside the form: the question as it is seen, what is to be mended, what people say of it, and what it was. On a phone the form is one of these. */
export function Panels(props: Props) {
  const { panel, setPanel, item, compiled, said, comments, place, setPlace, mayComment, goTo, language, revision, mayRestore, restore } = props;
  const tabs = useRef<HTMLDivElement>(null);
  const open = [...comments.open.values()].reduce((sum, count) => sum + count, 0);
  const mend = openCount(said);
  const all: { name: PanelName; label: string; count?: number }[] = [{ name: 'write', label: 'Write' }, { name: 'preview', label: 'Preview' }, { name: 'mend', label: 'To mend', count: mend }, { name: 'comments', label: 'Comments', count: open }, { name: 'history', label: 'History' }];
  // Beside the form there is always something: the preview, unless another was chosen.
  const beside = panel === 'write' ? 'preview' : panel;
  function move(event: KeyboardEvent): void {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const seen = [...tabs.current?.querySelectorAll<HTMLButtonElement>('button') ?? []].filter((button) => button.offsetParent !== null);
    const next = seen[(seen.findIndex((button) => button === document.activeElement) + by + seen.length) % seen.length];
    next?.focus();
    next?.click();
  }
  return (
    <div className="panels">
      <div ref={tabs} role="tablist" aria-label="Beside the form" className="tabs" onKeyDown={move}>
        {all.map(({ name, label, count }) => {
          const on = name === panel || (panel === 'write' && name === 'preview');
          return <button key={name} id={`tab-${name}`} type="button" role="tab" className={name === panel ? 'own' : ''} aria-selected={on} aria-controls="panel" tabIndex={on ? 0 : -1} onClick={() => setPanel(name)}>{label}{count !== undefined && count > 0 && <span className="count"> {count}</span>}</button>;
        })}
      </div>
      <div id="panel" role="tabpanel" aria-labelledby={`tab-${beside}`} tabIndex={-1} className="panel-body">
        <div hidden={beside !== 'preview'}><Preview item={compiled} language={language} /></div>
        {beside === 'mend' && <ToMend said={said} goTo={goTo} />}
        {beside === 'comments' && <Comments item={item} comments={comments.all} place={place} setPlace={setPlace} mayComment={mayComment} goTo={goTo} changed={comments.again} />}
        {beside === 'history' && <History item={item} revision={revision} mayRestore={mayRestore} restore={restore} />}
      </div>
    </div>
  );
}
