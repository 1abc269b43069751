import { useQuery } from 'urql';
import { ClonePreviewDocument, type ClonePreviewQuery, type SettingsFragment } from '../../generated/graphql.js';
import { faultOf } from '../../states/faults.js';
import { fullDay, plainDay, plural } from '../../time/words.js';

type Preview = ClonePreviewQuery['clonePreview'];
type Planned = Preview['days'][number];
const kinds: Record<Planned['kind'], string> = { FIRST: 'First day', OPENS: 'Opens', DUE: 'Due', SESSION: 'Session', LAST: 'Last day' };

/** What would be made: every day of it, with weekends and days off said, and what comes along. */
export function ClonePreview({ cohort, startsOn }: { cohort: SettingsFragment; startsOn: string }) {
  const [{ data, error }] = useQuery({ query: ClonePreviewDocument, variables: { cohort: cohort.id, startsOn: startsOn === '' ? null : startsOn } });
  const preview = data?.clonePreview;
  if (error !== undefined) return <p role="alert" className="bad">{faultOf(error).message}</p>;
  if (preview === undefined) return <p role="status" className="small quiet">Looking at what would be made …</p>;
  const odd = preview.days.filter(({ weekend, dayOff }) => weekend || dayOff !== null);
  return (
    <div className="stack tight">
      <p role="status" className="small">{movedWords(cohort, startsOn, preview)}{odd.length > 0 && <> <span className="sign warn" data-sign="!">{plural(odd.length, 'day falls', 'days fall')} on a weekend or a day off.</span></>}</p>
      {preview.days.length > 0 && (
        <ul className="lines days-ahead" aria-label="Days of the new cohort" tabIndex={0}>
          {preview.days.map((one) => <li key={`${one.kind}${one.title}${one.day}`} className="small"><time dateTime={one.day}>{fullDay(one.day)}</time><span>{kinds[one.kind]}{one.title !== '' && `: ${one.title}`}{oddWords(one) !== null && <span className="sign warn below" data-sign="!">{oddWords(one)}</span>}</span></li>)}
        </ul>
      )}
      <details className="small">
        <summary>What comes along, and what does not</summary>
        <ul className="came-along">{preview.brings.map((said) => <li key={said}><span className="sign good" data-sign="✓">{said}</span></li>)}{preview.leaves.map((said) => <li key={said} className="quiet">Not: {said}</li>)}</ul>
      </details>
    </div>
  );
}

const oddWords = ({ weekend, dayOff }: Planned): string | null => (dayOff !== null ? `Day off: ${dayOff}` : weekend ? 'A weekend' : null);

function movedWords({ startsOn: from }: SettingsFragment, startsOn: string, { shiftedBy }: Preview): string {
  if (from === null) return 'This cohort has no first day, so its other days stay as they are.';
  if (startsOn === '') return 'Choose its first day: all other days move by as much.';
  return shiftedBy === 0 ? `It starts on the same day, ${plainDay(from)}.` : `Every day moves by ${plural(Math.abs(shiftedBy), 'day')}${shiftedBy < 0 ? ' back' : ''}; sessions keep their time of day.`;
}
