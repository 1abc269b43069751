import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { plain } from '../answers/inWords.js';
import { rowKeys } from '../frame/rowKeys.js';
import { SortHead } from '../frame/SortHead.js';
import { Loaded } from '../states/Loaded.js';
import { Empty, TableBones } from '../states/states.js';
import { percent, plural } from '../time/words.js';
import { useCourse } from './CourseContext.js';
import { CoursePage, keepVersion } from './CoursePage.js';
import { shortened } from './shortened.js';
import { itemFindings } from './flags.js';
import { ItemFilterBar } from './ItemFilterBar.js';
import { chosenItems, kindName, type ItemFilters } from './itemOrder.js';
import { OptionStrip } from './OptionBars.js';
import { useItemStatistics } from './useItemStatistics.js';

/** The items of a version with how they were answered. */
export function Items() {
  const { course, version } = useCourse();
  const filters: ItemFilters = useSearch({ from: '/courses/$course/items' });
  const navigate = useNavigate({ from: '/courses/$course/items' });
  const pages = useItemStatistics(version.id);
  const shown = chosenItems(pages.items, filters);
  const sort = (by: NonNullable<ItemFilters['sort']>) => ({
    sorted: filters.sort !== by ? 'none' as const : filters.descending === true ? 'descending' as const : 'ascending' as const,
    onSort: () => void navigate({ search: (before) => ({ ...before, sort: by, descending: filters.sort === by && filters.descending !== true ? true : undefined }), replace: true }),
  });
  return (
    <CoursePage title="Items" lead="Every question, how many answered it, and what they chose. Facility is the mean score, 0 to 100 %: low means hard.">
      <Loaded result={{ data: pages.complete ? {} : undefined, error: pages.error ?? undefined }} value={pages.items.length > 0 || pages.complete ? pages : null} retry={pages.retry} what="version" need="instructors" skeleton={<TableBones />}>
        {() => pages.complete && pages.items.length === 0 ? <Empty title="This version has no items">Items written in banks and checks appear here with how they were answered.</Empty> : (
          <>
            <ItemFilterBar items={pages.items} filters={filters} />
            <p className="quiet small" role="status" style={{ marginBottom: '0.5rem' }}>
              {shown.length === pages.items.length ? plural(shown.length, 'item') : `${shown.length} of ${plural(pages.items.length, 'item')}`}{pages.complete ? '' : ', more on their way'}
            </p>
            {shown.length === 0 ? (
              <Empty title="No item fits" action={<Link to="/courses/$course/items" params={{ course: course.id }} search={keepVersion}>Show all items</Link>}>Loosen the search or the filters.</Empty>
            ) : (
              <table className="grid folds">
                <caption className="unseen">Items with level, difficulty and how they were answered</caption>
                <thead><tr>
                  <th scope="col">Item</th><SortHead label="Level" {...sort('level')} /><SortHead label="Difficulty" {...sort('difficulty')} />
                  <SortHead label="Answered" figure {...sort('answered')} /><SortHead label="Facility" figure {...sort('facility')} /><th scope="col">Chosen</th>
                </tr></thead>
                <tbody onKeyDown={rowKeys}>
                  {shown.map((each) => {
                    const finding = itemFindings(each)[0];
                    return (
                      <tr key={each.item.id}>
                        <th scope="row">
                          <Link to="/courses/$course/items/$item" params={{ course: course.id, item: each.item.id }} search={keepVersion} className="plain">{shortened(plain(each.item.stemHtml), 110)}</Link>
                          <span className="small quiet" style={{ display: 'block', fontWeight: 400 }}>{kindName(each.item.kind)}{each.item.statements.length > 0 && `, ${each.item.statements.join(', ')}`}</span>
                          {finding !== undefined && <span className="small sign warn" data-sign="▲" style={{ fontWeight: 400, whiteSpace: 'normal' }}>{finding}</span>}
                        </th>
                        <td data-label="Level">{each.item.level}</td>
                        <td data-label="Difficulty">{each.item.difficulty}</td>
                        <td data-label="Answered" className="figure">{each.answered}</td>
                        <td data-label="Facility" className="figure">{each.facility === null ? <span className="quiet">none</span> : percent(each.facility)}</td>
                        <td data-label="Chosen"><OptionStrip statistics={each} /></td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            )}
          </>
        )}
      </Loaded>
    </CoursePage>
  );
}
