import type { ImportHeadFragment } from '../generated/graphql.js';
import { plural } from '../time/words.js';

type Result = NonNullable<ImportHeadFragment['result']>;

/** What came of an import, as a sentence. */
export function resultInWords({ created, renamed, newVersions, unchanged, skipped }: Result): string {
  const came = created + renamed;
  const parts = [
    came > 0 ? `${plural(came, 'new question')} came in${renamed > 0 ? `, ${renamed === came ? 'under' : `${renamed.toLocaleString('en')} of them under`} another name` : ''}` : '',
    newVersions > 0 ? `${plural(newVersions, 'question')} got a new version` : '',
    unchanged > 0 ? `${plural(unchanged, 'question')} ${unchanged === 1 ? 'was' : 'were'} here already` : '',
    skipped > 0 ? `${plural(skipped, 'question')} ${skipped === 1 ? 'was' : 'were'} left out` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'Nothing came in.' : `${parts.join('; ')}.`;
}

export function takenBackInWords({ gone, stay }: { gone: number; stay: number }): string {
  const back = gone === 0 ? 'Nothing was taken back' : `${plural(gone, 'question')} ${gone === 1 ? 'is' : 'are'} as before`;
  return `${back}${stay === 0 ? '' : `; ${plural(stay, 'question')} ${stay === 1 ? 'stays' : 'stay'}, since somebody has worked on ${stay === 1 ? 'it' : 'them'}`}.`;
}
