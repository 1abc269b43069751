import { useRef } from 'react';
import { useQuery } from 'urql';
import { PackagePreviewDocument, type PackagePreviewQuery } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { Bones } from '../states/states.js';
import { sizeOf } from './bytes.js';
import type { GivenOptions } from './options.js';

export type PackageOutlook = NonNullable<PackagePreviewQuery['courseVersion']>['packagePreview'];

/** What would come of a choice; while the next answer is on its way, the last one stays. */
export function useOutlook(version: string, standard: string, options: GivenOptions): { outlook: PackageOutlook | null; fault: string | null; stale: boolean } {
  const [{ data, error, fetching }] = useQuery({ query: PackagePreviewDocument, variables: { id: version, standard, options } });
  const last = useRef<PackageOutlook | null>(null);
  const now = data?.courseVersion?.packagePreview ?? null;
  if (now !== null) last.current = now;
  return { outlook: now ?? last.current, fault: error === undefined ? null : faultOf(error).message, stale: fetching };
}

/** What the LMS will show, and what the standard can't do of what was chosen. */
export function Preview({ outlook, fault }: { outlook: PackageOutlook | null; fault: string | null }) {
  return (
    <section aria-labelledby="shows" className="stack measure">
      <h2 id="shows">What the LMS will show</h2>
      {fault !== null && <p role="alert" className="bad">{fault}</p>}
      {outlook === null ? fault === null && <Bones lines={3} label="Loading what the LMS will show" /> : (
        <>
          <ul className="tell" aria-live="polite">{outlook.status.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
          {outlook.warnings.length > 0 && (
            <ul className="stack tight" aria-label="What this standard can’t do">
              {outlook.warnings.map(({ code, message }) => <li key={code + message}><span className="sign warn" data-sign="!">{message}</span></li>)}
            </ul>
          )}
          <p className="quiet small">The zip will have about {sizeOf(outlook.bytes)}.</p>
        </>
      )}
    </section>
  );
}
