import { Button, Checkbox, NativeSelect } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { announce } from '../frame/announce.js';
import { Dialog } from '../frame/Dialog.js';
import { CohortCertificatesDocument, type CohortCertificatesQuery, type CertificateStanding, IssueCertificatesDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { Empty, TableBones } from '../states/states.js';
import { Day } from '../time/When.js';
import { plural } from '../time/words.js';
import { type Change, ChangeCertificate } from './ChangeCertificate.js';
import { standings } from './words.js';

export type CertificateCase = NonNullable<CohortCertificatesQuery['cohort']>['certificateCases']['nodes'][number];
const pageSize = 50;

/** The learners of a cohort and their certificates: what is at stake or waits first. Approves many at once. */
export function Cases({ cohort, coordinates }: { cohort: string; coordinates: boolean }) {
  const { standing, after } = useSearch({ from: '/cohorts/$cohort/certificates' });
  const navigate = useNavigate({ from: '/cohorts/$cohort/certificates' });
  const [result, again] = useQuery({ query: CohortCertificatesDocument, variables: { id: cohort, first: pageSize, after: after ?? null, standing: standing ?? null }, requestPolicy: 'cache-and-network' });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [changing, setChanging] = useState<Change | null>(null);
  const [said, setSaid] = useState('');
  const [{ fetching, error }, issue] = useMutation(IssueCertificatesDocument);
  const retry = () => again({ requestPolicy: 'network-only' });
  async function approve(enrolments: readonly string[]) {
    const { data } = await issue({ enrolments: [...enrolments] });
    if (data === undefined) return;
    const refused = data.issueCertificates.filter(({ certificate }) => certificate === null);
    const sentence = `${plural(data.issueCertificates.length - refused.length, 'certificate')} issued.${refused.length === 0 ? '' : ` ${refused.length} not: ${refused[0]?.why ?? ''}`}`;
    setSaid(sentence);
    announce(sentence);
    setChosen(new Set());
    retry();
  }
  const counts = result.data?.cohort?.certificateCounts ?? [];
  // The same of everybody is said once, not of each.
  if (counts.length === 1 && counts[0]?.standing === 'OFF') {
    return (
      <section aria-labelledby="learners" className="stack">
        <h2 id="learners">Learners</h2>
        <p className="measure">No certificates are issued in this cohort. Say below when they are: its {plural(counts[0].count, 'learner')} and what each has earned then appear here.</p>
      </section>
    );
  }
  return (
    <section aria-labelledby="learners" className="stack">
      <h2 id="learners">Learners</h2>
      <div className="filters">
        <NativeSelect label="Show" value={standing ?? ''} data={[{ value: '', label: 'All' }, ...counts.map((of) => ({ value: of.standing, label: `${standings[of.standing].word} (${of.count})` }))]}
          onChange={(event) => void navigate({ search: { standing: standingOf(event.currentTarget.value) }, replace: true, resetScroll: false })} />
      </div>
      <p role="status" className={said === '' ? 'unseen' : 'sign good'} data-sign="✓">{said}</p>
      {error !== undefined && <p role="alert" className="bad">{faultOf(error).message}</p>}
      <Loaded result={result} value={result.data?.cohort?.certificateCases} retry={retry} what="cohort" need="coordinators" skeleton={<TableBones rows={8} label="Loading the certificates" />}>
        {({ nodes, pageInfo }) => nodes.length === 0 ? (
          <Empty title={standing === undefined ? 'Nobody is enrolled yet' : 'Nobody stands so'}>{standing === undefined ? 'Learners and their certificates appear here once they are enrolled.' : 'Choose another of the list above.'}</Empty>
        ) : (
          <>
            <table className="grid folds certificate-cases" aria-busy={result.stale}>
              <caption className="unseen">Learners and their certificates</caption>
              <thead><tr>{coordinates && <th scope="col"><span className="unseen">Choose</span></th>}<th scope="col">Name</th><th scope="col">Certificate</th><th scope="col">Awarded</th><th scope="col"><span className="unseen">What can be done</span></th></tr></thead>
              <tbody>{nodes.map((one) => <Row key={one.enrolment} one={one} coordinates={coordinates} chosen={chosen.has(one.enrolment)} choose={(on) => setChosen(withOrWithout(chosen, one.enrolment, on))} issueOne={() => void approve([one.enrolment])} change={setChanging} />)}</tbody>
            </table>
            {(pageInfo.hasNextPage || after !== undefined) && (
              <nav aria-label="Pages of learners" className="pager">
                {after === undefined ? <span /> : <Link from="/cohorts/$cohort/certificates" to="." search={(before) => ({ ...before, after: undefined })}>First page</Link>}
                {pageInfo.hasNextPage && <Link from="/cohorts/$cohort/certificates" to="." search={(before) => ({ ...before, after: pageInfo.endCursor ?? undefined })}>Next page</Link>}
              </nav>
            )}
            {coordinates && nodes.some(({ standing: now }) => now === 'WAITING') && (
              <div className="chosen-bar row">
                <Button disabled={chosen.size === 0} loading={fetching} onClick={() => void approve([...chosen])}>{chosen.size === 0 ? 'Approve those chosen' : `Approve and issue ${plural(chosen.size, 'certificate')}`}</Button>
                <button type="button" className="link" onClick={() => setChosen(new Set(nodes.filter(({ standing: now }) => now === 'WAITING').map(({ enrolment }) => enrolment)))}>Choose all that wait on this page</button>
              </div>
            )}
          </>
        )}
      </Loaded>
      <Dialog opened={changing !== null} close={() => setChanging(null)} title={changing === null ? '' : changing.title}>
        {changing !== null && <ChangeCertificate change={changing} close={() => setChanging(null)} done={(sentence) => { setChanging(null); setSaid(sentence); announce(sentence); retry(); }} />}
      </Dialog>
    </section>
  );
}

interface RowProps { one: CertificateCase; coordinates: boolean; chosen: boolean; choose: (on: boolean) => void; issueOne: () => void; change: (change: Change) => void }
function Row({ one, coordinates, chosen, choose, issueOne, change }: RowProps) {
  const { enrolment, standing, left, atStake, certificate } = one;
  const name = one.learner?.name ?? 'Somebody who is here no more';
  const { word, sign, tone } = standings[standing];
  const live = certificate !== null && (certificate.status === 'VALID' || certificate.status === 'EXPIRED') ? certificate : null;
  return (
    <tr>
      {coordinates && <td className="choose">{standing === 'WAITING' && <Checkbox aria-label={`Choose ${name}`} checked={chosen} onChange={(event) => choose(event.currentTarget.checked)} />}</td>}
      <th scope="row"><Link to="/learners/$enrolment" params={{ enrolment }} className="plain">{name}</Link></th>
      <td className="wide" data-label="Certificate">
        <span className={`sign ${tone}`} data-sign={sign}>{word}</span>
        {atStake && <span className="below small warn">At stake: a regrade took the pass away. It is still valid; decide whether to revoke it.</span>}
        {standing === 'NOT_EARNED' && left.length > 0 && <span className="below small quiet">Left: {left.join('; ')}</span>}
        {certificate !== null && certificate.reason !== null && <span className="below small quiet">{certificate.reason}</span>}
      </td>
      <td data-label={certificate === null ? undefined : 'Awarded'} className={certificate === null ? 'nothing' : undefined}>{certificate === null ? <span className="quiet">–</span> : <span><Day on={certificate.awardedOn} relative={false} />{certificate.expiresOn !== null && <span className="below small quiet">until <Day on={certificate.expiresOn} relative={false} /></span>}</span>}</td>
      <td className="wide">
        <span className="actions small">
          {certificate !== null && <a href={certificate.pdfPath} download>PDF<span className="unseen"> of {name}</span></a>}
          {certificate !== null && <a href={certificate.verifyPath}>Public page<span className="unseen"> of {name}</span></a>}
          {coordinates && (standing === 'WAITING' || standing === 'READY' || (standing === 'REVOKED' && left.length === 0)) && <button type="button" className="link" onClick={issueOne}>{standing === 'REVOKED' ? 'Issue again' : 'Issue'}<span className="unseen"> for {name}</span></button>}
          {coordinates && live !== null && <>
            {live.expiresOn !== null && <button type="button" className="link" onClick={() => change({ kind: 'renew', certificate: live.id, title: `Renew the certificate of ${name}` })}>Renew<span className="unseen"> for {name}</span></button>}
            <button type="button" className="link" onClick={() => change({ kind: 'reissue', certificate: live.id, title: `Correct the certificate of ${name}` })}>Correct name<span className="unseen"> of {name}</span></button>
            <button type="button" className="link" onClick={() => change({ kind: 'revoke', certificate: live.id, title: `Revoke the certificate of ${name}` })}>Revoke<span className="unseen"> that of {name}</span></button>
          </>}
        </span>
      </td>
    </tr>
  );
}

function withOrWithout(set: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (on) next.add(id);
  else next.delete(id);
  return next;
}
const standingOf = (value: string): CertificateStanding | undefined => (Object.hasOwn(standings, value) ? value as CertificateStanding : undefined);
