import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { rowKeys } from '../frame/rowKeys.js';
import { SortHead } from '../frame/SortHead.js';
import type { BankItemOrder, BankRowFragment } from '../generated/graphql.js';
import { shortened } from '../instructor/shortened.js';
import { kindName } from '../instructor/itemOrder.js';
import { When } from '../time/When.js';
import { plural } from '../time/words.js';
import { isDescending } from './filters.js';
import { ItemLink } from './ItemLink.js';
import { withOne, withPage, type Chosen } from './selection.js';
import { stateWords } from './states.js';

interface Props { items: readonly BankRowFragment[]; showBank: boolean; busy: boolean; /** null: nothing can be chosen */ chosen: Chosen | null; choose: (chosen: Chosen) => void }

/** Questions in a table that sorts, in which they are chosen. */
export function ItemTable({ items, showBank, busy, chosen, choose }: Props) {
  const search = useSearch({ from: '/bank/$bank' });
  const navigate = useNavigate({ from: '/bank/$bank' });
  const ids = items.map(({ id }) => id);
  const isChosen = chosen !== null && (chosen.all || ids.every((id) => chosen.ids.has(id)));
  const now = search.sort ?? 'UPDATED';
  const descending = isDescending(search);
  const sort = (by: BankItemOrder) => ({
    sorted: now !== by ? 'none' as const : descending ? 'descending' as const : 'ascending' as const,
    onSort: () => void navigate({ search: (before) => ({ ...before, after: undefined, page: undefined, sort: by === 'UPDATED' ? undefined : by, order: now === by ? (descending ? 'up' as const : 'down' as const) : undefined }), replace: true, resetScroll: false }),
  });
  return (
    <table className="grid folds item-list" aria-busy={busy}>
      <caption className="unseen">Questions with their state, level and difficulty</caption>
      <thead><tr>
        {chosen !== null && <td className="choice"><Tick label="Choose all on this page" ticked={isChosen} onTick={(ticked) => choose(withPage(chosen, ids, ticked))} /></td>}
        <SortHead label="Question" {...sort('NAME')} /><SortHead label="State" {...sort('STATE')} /><SortHead label="Level" {...sort('LEVEL')} />
        <SortHead label="Difficulty" {...sort('DIFFICULTY')} /><SortHead label="Findings" figure {...sort('FINDINGS')} /><SortHead label="Saved" {...sort('UPDATED')} />
      </tr></thead>
      <tbody onKeyDown={rowKeys}>{items.map((item) => <Row key={item.id} item={item} showBank={showBank} chosen={chosen} choose={choose} />)}</tbody>
    </table>
  );
}

function Row({ item, showBank, chosen, choose }: Pick<Props, 'showBank' | 'chosen' | 'choose'> & { item: BankRowFragment }) {
  const state = stateWords[item.state];
  return (
    <tr>
      {chosen !== null && <td className="choice"><Tick label={`Choose ${item.name}`} ticked={chosen.all || chosen.ids.has(item.id)} onTick={(ticked) => choose(withOne(chosen, item.id, ticked))} /></td>}
      <th scope="row">
        <span className="stem"><ItemLink id={item.id}>{item.stem.trim() === '' ? <em>No question written yet</em> : shortened(item.stem, 240)}</ItemLink></span>
        <span className="small quiet below">
          {item.kind === '' ? 'No kind yet' : kindName(item.kind)} · <span className="item-name">{item.name}</span>
          {item.statements.length > 0 && ` · asks ${item.statements.slice(0, 4).join(', ')}${item.statements.length > 4 ? ` and ${item.statements.length - 4} more` : ''}`}
          {showBank && <> · <Link to="/bank/$bank" params={{ bank: item.bank.id }}>{item.bank.title}</Link></>}
        </span>
        {item.tags.length > 0 && <span className="tags below">{item.tags.map((tag) => <span key={tag}>{tag}</span>)}</span>}
        {!item.sound && <span className="small sign warn below" data-sign="▲">can’t be scored yet</span>}
      </th>
      <td data-label="State"><span><span className={`sign ${state.tone}`} data-sign={state.sign}>{state.word}</span>{item.approvedVersion !== null && item.state !== 'APPROVED' && <span className="small quiet below">version {item.approvedVersion} in use</span>}</span></td>
      <td data-label="Level">{item.level === null ? <span className="quiet">not said</span> : kindName(item.level)}</td>
      <td data-label="Difficulty">{item.difficulty === null ? <span className="quiet">not said</span> : kindName(item.difficulty)}</td>
      <td data-label="Findings" className="figure">{item.findings === 0 ? <span className="quiet">0</span> : <span className="sign warn" data-sign="▲" title={plural(item.findings, 'finding')}>{item.findings}</span>}</td>
      <td data-label="Saved"><span><When at={item.updatedAt} /><span className="small quiet below">{item.author?.name ?? 'somebody who left'}</span></span></td>
    </tr>
  );
}

function Tick({ label, ticked, onTick }: { label: string; ticked: boolean; onTick: (ticked: boolean) => void }) {
  return <input type="checkbox" aria-label={label} checked={ticked} onChange={(event) => onTick(event.currentTarget.checked)} />;
}
