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
import { stateWords } from './states.js';

/** Questions in a table that sorts. */
export function ItemTable({ items, showBank, busy }: { items: readonly BankRowFragment[]; showBank: boolean; busy: boolean }) {
  const search = useSearch({ from: '/bank/$bank' });
  const navigate = useNavigate({ from: '/bank/$bank' });
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
        <SortHead label="Question" {...sort('NAME')} /><SortHead label="State" {...sort('STATE')} /><SortHead label="Level" {...sort('LEVEL')} />
        <SortHead label="Difficulty" {...sort('DIFFICULTY')} /><SortHead label="Findings" figure {...sort('FINDINGS')} /><SortHead label="Saved" {...sort('UPDATED')} />
      </tr></thead>
      <tbody onKeyDown={rowKeys}>{items.map((item) => <Row key={item.id} item={item} showBank={showBank} />)}</tbody>
    </table>
  );
}

function Row({ item, showBank }: { item: BankRowFragment; showBank: boolean }) {
  const state = stateWords[item.state];
  return (
    <tr>
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
