import { Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Link, useNavigate } from '@tanstack/react-router';
import { rowKeys } from '../frame/rowKeys.js';
import { SortHead } from '../frame/SortHead.js';
import { shortened } from '../instructor/shortened.js';
import { kindName } from '../instructor/itemOrder.js';
import { TableBones } from '../states/states.js';
import { plural, unbroken } from '../time/words.js';
import { inFigures } from './figures.js';
import { Severity } from './Findings.js';
import { itemsShown, needsALook, type Shown, type TestItem } from './itemsShown.js';
import type { TestItems } from './useTestItems.js';

const columns = [['facility', 'Facility'], ['discrimination', 'Discrimination'], ['omitted', 'Omitted'], ['time', 'Time']] as const;

/** The items of a test, what needs a look first. */
export function ItemsTable({ course, assessment, pages: { items, complete, error }, shown }: { course: string; assessment: string; pages: TestItems; shown: Shown }) {
  const navigate = useNavigate({ from: '/courses/$course/statistics/$assessment' });
  const rows = itemsShown(items, shown);
  const set = (change: Shown) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const sort = (by: NonNullable<Shown['sort']>) => ({
    sorted: shown.sort !== by ? 'none' as const : shown.descending === true ? 'descending' as const : 'ascending' as const,
    onSort: () => set({ sort: by, descending: shown.sort === by && shown.descending !== true ? true : undefined }),
  });
  if (!complete && items.length === 0) return <TableBones label="Loading the items" />;
  if (error !== null && items.length === 0) return <p role="alert" className="bad">The items could not be loaded. {error.message}</p>;
  return (
    <>
      <div className="row between">
        <p className="quiet small" role="status">
          {plural(rows.length, 'item')}{shown.flagged === true && ` of ${items.length}`}, {shown.sort === undefined ? 'what needs a look first' : <>sorted by {shown.sort}. <button type="button" className="link" onClick={() => set({ sort: undefined, descending: undefined })}>What needs a look first</button></>}
        </p>
        <Checkbox label="Only what needs a look" checked={shown.flagged === true} onChange={(event) => set({ flagged: event.currentTarget.checked ? true : undefined })} />
      </div>
      {rows.length === 0 ? <p>No item needs a look.</p> : (
        <table className="grid folds">
          <caption className="unseen">Items with their statistics</caption>
          <thead><tr><th scope="col">Item</th>{columns.map(([by, label]) => <SortHead key={by} label={label} figure {...sort(by)} />)}<th scope="col" className="figure">Attempts</th></tr></thead>
          <tbody onKeyDown={rowKeys}>{rows.map((item) => <Row key={item.item} course={course} assessment={assessment} item={item} />)}</tbody>
        </table>
      )}
    </>
  );
}

function Row({ course, assessment, item }: { course: string; assessment: string; item: TestItem }) {
  const [finding] = item.findings;
  return (
    <tr>
      <th scope="row">
        <Link to="/courses/$course/items/$item" params={{ course, item: item.item }} search={{ in: assessment }} className="plain">{shortened(item.stem, 110)}</Link>
        <span className="small quiet below">{kindName(item.kind)}, {item.item}</span>
        {finding !== undefined && <span className="small below finding"><Severity severity={finding.severity} /> {unbroken(finding.sentence)}</span>}
        {item.dismissal !== null && needsALook(item) && <span className="small quiet below">{item.dismissal.by?.name ?? 'Somebody'} let it be: {item.dismissal.reason}</span>}
      </th>
      {columns.map(([code, label]) => {
        const measure = item.measures.find((one) => one.code === code);
        return <td key={code} data-label={label} className="figure">{measure === undefined || measure.value === null ? <span className="quiet">none</span> : inFigures(measure.value, measure.unit)}</td>;
      })}
      <td data-label="Attempts" className="figure">{item.attempts}</td>
    </tr>
  );
}
