import type { SettingsFragment } from '../../generated/graphql.js';
import { When } from '../../time/When.js';
import { plural } from '../../time/words.js';

const names: Record<string, string> = {
  name: 'Name', startsOn: 'First day', endsOn: 'Last day', timeZone: 'Time zone', capacity: 'Places', price: 'Price', fills: 'A place that frees goes to', discussionUrl: 'Discussion', facilitators: 'Facilitators', archived: 'Archived',
  courseVersion: 'Course', release: 'When units open', deadlines: 'Due days', courses: 'Courses',
};

/** Who changed what of the cohort, newest first. */
export function History({ changes: { nodes, totalCount } }: { changes: SettingsFragment['changes'] }) {
  if (nodes.length === 0) return null;
  return (
    <section aria-labelledby="changes" className="stack">
      <h2 id="changes">{plural(totalCount, 'change')}</h2>
      <ul className="lines">
        {nodes.map(({ revision, at, by, changes }) => (
          <li key={revision}>
            <p>{by?.name ?? 'Somebody who is here no more'} <span className="quiet small"><When at={at} /></span></p>
            {changes.map(({ field, before, after }) => <p key={field} className="small quiet">{names[field] ?? field}: {before ?? 'none'} → {after ?? 'none'}</p>)}
          </li>
        ))}
      </ul>
      {totalCount > nodes.length && <p className="quiet small">The newest {nodes.length} are shown.</p>}
    </section>
  );
}
