import { percent, plural } from '../time/words.js';
import { isFelt, type Change } from './move.js';

const completions: Record<string, string> = { 'not-started': 'not started', incomplete: 'under way', completed: 'completed' };

/** What a move to another version changes: the lessons, then everybody who will notice, then the rest in a sentence. */
export function MoveChanges({ changes, titles, from, to }: { changes: Change[]; titles: Map<string, string>; from: number; to: number }) {
  const felt = changes.filter(isFelt).toSorted((a, b) => weight(b) - weight(a));
  const [added, removed] = [lessons(changes, 'lessonsAdded'), lessons(changes, 'lessonsRemoved')];
  const named = (ids: string[]) => ids.map((id) => titles.get(id) ?? id).join('; ');
  const others = changes.length - felt.length;
  const lost = changes.filter(loses).length;
  const open = changes.reduce((sum, { openAttempts }) => sum + openAttempts, 0);
  return (
    <>
      <p>Whoever is enrolled from now on takes version {to}. {changes.length === 0 ? 'All learners are on it already.' : `${plural(changes.length, 'learner')} will be moved from version ${from}.`} What they have read and answered is kept.</p>
      {changes.length > 0 && (
        <dl className="facts">
          <dt>New lessons</dt><dd>{added.length === 0 ? 'none' : named(added)}</dd>
          <dt>Lessons that go</dt><dd>{removed.length === 0 ? 'none' : named(removed)}</dd>
        </dl>
      )}
      {felt.length > 0 && (
        <section aria-labelledby="felt" className="stack tight">
          <h3 id="felt">What changes for {plural(felt.length, 'learner')}</h3>
          {lost > 0 && <p className="sign warn" data-sign="▲">{plural(lost, 'learner')} who completed the course will be under way again.</p>}
          {open > 0 && <p className="sign warn" data-sign="▲">{plural(open, 'open attempt')} will be submitted as {open === 1 ? 'it stands' : 'they stand'}.</p>}
          <ul className="lines moves found" tabIndex={0} aria-labelledby="felt">
            {felt.map((change) => (
              <li key={change.enrolment.id}>
                <span>
                  <span>{change.enrolment.account.name}</span>
                  <span className="small quiet below">Progress {percent(change.fractionBefore)} before, {percent(change.fractionAfter)} after</span>
                  {change.completionBefore !== change.completionAfter && (
                    <span className={`small below ${loses(change) ? 'sign warn' : 'sign good'}`} data-sign={loses(change) ? '▲' : '✓'}>{completions[change.completionBefore] ?? change.completionBefore} before, {completions[change.completionAfter] ?? change.completionAfter} after</span>
                  )}
                  {change.openAttempts > 0 && <span className="small below sign warn" data-sign="▲">{plural(change.openAttempts, 'open attempt')} will be submitted as {change.openAttempts === 1 ? 'it stands' : 'they stand'}</span>}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {others > 0 && <p className="quiet">{felt.length === 0 ? 'Nobody’s progress changes.' : `For the other ${plural(others, 'learner')} no progress changes.`}</p>}
    </>
  );
}

const loses = ({ completionBefore, completionAfter }: Change) => completionBefore === 'completed' && completionAfter !== 'completed';
/** Who loses most stands first. */
const weight = (change: Change) => (loses(change) ? 4 : 0) + (change.openAttempts > 0 ? 2 : 0) + Math.abs(change.fractionAfter - change.fractionBefore);
const lessons = (changes: Change[], which: 'lessonsAdded' | 'lessonsRemoved') => [...new Set(changes.flatMap((change) => change[which]))];
