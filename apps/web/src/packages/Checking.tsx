import { useEffect } from 'react';
import { useQuery } from 'urql';
import { CheckedPackageDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { Empty, Failure } from '../states/states.js';
import { Report } from './Report.js';
import type { Verification } from './verification.js';

/** A package that is being looked at, then what was found. */
export function Checking({ id }: { id: string }) {
  const [{ data, error }, look] = useQuery({ query: CheckedPackageDocument, variables: { id }, requestPolicy: 'network-only' });
  const found = data?.packageCheck;
  const unfinished = found === undefined ? error === undefined : found?.state === 'WAITING' || found?.state === 'CHECKING';
  useEffect(() => {
    if (!unfinished) return;
    const timer = setInterval(() => look({ requestPolicy: 'network-only' }), 600);
    return () => clearInterval(timer);
  }, [unfinished, look]);
  if (found === undefined && error !== undefined) return <Failure message={faultOf(error).message} retry={() => look({ requestPolicy: 'network-only' })} />;
  if (found === null) return <Empty title="This report is no longer kept">Reports are kept for an hour. Send the package again.</Empty>;
  if (found === undefined || unfinished) {
    return (
      <div className="stack tight making">
        <p role="status">{found?.state === 'WAITING' ? 'Waiting: another package is being looked at' : 'Looking at the package'}</p>
        <progress aria-label="The package is being looked at" />
      </div>
    );
  }
  if (found.report === null || found.reportUrl === null) return <p role="alert" className="bad">It could not be checked. {found.fault?.message}</p>;
  return <Report name={found.name} url={found.reportUrl} report={found.report as Verification} />;
}
