import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useHasRole } from '../session/Session.js';
import { plural } from '../time/words.js';
import { newItemAddress } from './addresses.js';
import { levelColumns, mostOf, shadeOf, shownStatements, type Covered, type CoveredUnit } from './coverageLook.js';
import { everyBank, none } from './filters.js';

/** Statements beyond these are shown a unit at a time. */
const mostAtOnce = 40;

/** The picture: units, and below each that is open its statements, by level. */
export function CoverageMap({ course, units }: { course: string; units: readonly CoveredUnit[] }) {
  const { unit: opened, show } = useSearch({ from: '/bank/coverage' });
  const navigate = useNavigate({ from: '/bank/coverage' });
  const most = mostOf(units);
  // A column for questions that say no level only where there are some.
  const columns = levelColumns.filter(({ level }) => level !== '' || units.some((unit) => unit.levels.some((each) => each.level === '' && each.items > 0)));
  const folds = show === undefined && units.reduce((sum, unit) => sum + unit.statements.length, 0) > mostAtOnce;
  return (
    <>
      <div className="sheet scrolls" tabIndex={0} role="group" aria-label="Map of statements by level">
        <table className="coverage">
          <caption className="unseen">How many questions ask each statement, by level</caption>
          <thead><tr><th scope="col">Statement</th>{columns.map(({ level, label }) => <th key={level} scope="col">{label}</th>)}<th scope="col">All</th></tr></thead>
          {units.map((unit) => {
            const key = unit.id ?? none;
            const statements = shownStatements(unit.statements, show, most);
            const unasked = unit.statements.filter(({ items }) => items === 0).length;
            const isOpen = !folds || opened === key;
            if (statements.length === 0) return null;
            return (
              <tbody key={key}>
                <tr className="unit">
                  <th scope="rowgroup">
                    {folds ? <button type="button" aria-expanded={isOpen} onClick={() => void navigate({ search: (before) => ({ ...before, unit: isOpen ? undefined : key }), replace: true, resetScroll: false })}><span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> {unit.title}</button> : unit.title}
                    <span className="small quiet below">{plural(unit.statements.length, 'statement')}, {unasked === 0 ? 'each is asked' : `${unasked} that nothing asks`}</span>
                  </th>
                  {unit.levels.filter(({ level }) => columns.some((column) => column.level === level)).map(({ level, items }) => <td key={level}><span className={shadeOf(Math.ceil(items / unit.statements.length), most)} title={`${unit.statements.filter((one) => one.levels.some((each) => each.level === level && each.items === 0)).length} of ${unit.statements.length} are not asked at this level`}>{items}</span></td>)}
                  <td className="number">{unit.items}</td>
                </tr>
                {isOpen && statements.map((statement) => <StatementCells key={statement.id} columns={columns} course={course} statement={statement} most={most} />)}
              </tbody>
            );
          })}
        </table>
      </div>
      <p className="small quiet coverage-legend">{(['none', 'few', 'some', 'well', 'many'] as const).map((shade) => <span key={shade}><i className={shade} /> {{ none: 'none', few: '1', some: '2 or 3', well: '4 or more', many: `more than ${most}` }[shade]}</span>)} A unit’s colour is the mean of its statements. Retired questions don’t count.</p>
    </>
  );
}

type Column = (typeof levelColumns)[number];

function StatementCells({ columns, course, statement, most }: { columns: readonly Column[]; course: string; statement: Covered; most: number }) {
  const writes = useHasRole('INSTRUCTOR');
  const { id, text, items, approved } = statement;
  return (
    <tr>
      <th scope="row"><span className="quiet">{id}</span> {text}</th>
      {columns.map(({ level, label }) => {
        const count = statement.levels.find((each) => each.level === level)?.items ?? 0;
        return (
          <td key={level}>
            {count > 0 ? <Link className={shadeOf(count, most)} to="/bank/$bank" params={{ bank: everyBank }} search={{ course, statement: id, level: level === '' ? none : level }} aria-label={`${id}, ${label}: ${plural(count, 'question')}`}>{count}</Link>
              : level !== '' && writes ? <a className="none" href={newItemAddress({ course, statement: id, level })} aria-label={`${id}, ${label}: none, write one`} title={`Write a question on ${id}: ${label.toLowerCase()}`}>+</a>
              : <span className="none"><span className="unseen">none</span></span>}
          </td>
        );
      })}
      <td className="number">{items === 0 ? <span className="sign bad" data-sign="▲">0</span> : <Link to="/bank/$bank" params={{ bank: everyBank }} search={{ course, statement: id }} className="plain" title={`${approved} approved`}>{items > most ? <span className="sign warn" data-sign="▲">{items}</span> : items}</Link>}</td>
    </tr>
  );
}
