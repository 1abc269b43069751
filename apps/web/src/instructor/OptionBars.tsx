import { percent, plural } from '../time/words.js';
import type { Statistics } from './flags.js';
import { optionGroups, stripParts } from './optionGroups.js';

/** How often each option was chosen: a table whose numbers are drawn as bars too. */
export function OptionBars({ statistics: { answered, options } }: { statistics: Statistics }) {
  if (answered === 0) return <p className="quiet">Nobody has answered it yet. When learners do, this shows what they chose.</p>;
  if (options.length === 0) return <p className="quiet">{plural(answered, 'answer')}. This kind of item has no options to count.</p>;
  const most = Math.max(1, ...options.map((option) => option.count));
  return (
    <table className="option-bars">
      <caption className="unseen">How often each option was chosen, of {plural(answered, 'answer')}</caption>
      <thead className="unseen"><tr><th scope="col">Option</th><th scope="col">Chosen</th></tr></thead>
      {optionGroups(options).map((group) => (
      <tbody key={group.id}>
        {group.title !== null && <tr><th scope="rowgroup" colSpan={2} className="place">{group.title}</th></tr>}
        {group.options.map((option) => (
          <tr key={option.id} className={option.correct ? 'right' : 'wrong'}>
            <th scope="row">
              {option.correct && <span className="good" aria-hidden="true">✓ </span>}{option.label}{option.correct && <span className="unseen"> (right)</span>}
              <span className="bar" aria-hidden="true"><span style={{ width: `${(option.count / most) * 100}%` }} /></span>
            </th>
            <td className="number">{option.count}<span className="quiet small"> {percent(option.count / answered)}</span></td>
          </tr>
        ))}
      </tbody>
      ))}
    </table>
  );
}

/** The same in a table cell: only the shares, named in words. */
export function OptionStrip({ statistics: { answered, options } }: { statistics: Statistics }) {
  if (answered === 0 || options.length === 0) return null;
  const parts = stripParts(options);
  const words = parts.map((option) => `${option.label}${option.correct ? ' (right)' : ''}: ${option.count}`).join('; ');
  return (
    <span className="strip" role="img" aria-label={words} title={words}>
      {parts.map((option) => <span key={option.id} className={option.correct ? 'right' : undefined} style={{ flexGrow: option.count }} />)}
    </span>
  );
}
