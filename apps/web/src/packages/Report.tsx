import { useEffect, useRef } from 'react';
import { sizeOf } from './bytes.js';
import { Copied } from './Copied.js';
import { type Finding, type Rehearsed, severities, type Verification, verdicts } from './verification.js';

/** What was found in a package, worst first. */
export function Report({ name, url, report }: { name: string; url: string; report: Verification }) {
  const { verdict, zip, package: told, findings, rehearsal, notPlayed } = report;
  const { sentence, sign, look } = verdicts[verdict];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <section className="stack wide" aria-labelledby="verdict">
      <div className="stack">
        <h2 id="verdict" ref={heading} tabIndex={-1}><span className={`sign ${look}`} data-sign={sign}>{sentence}</span></h2>
        <dl className="facts measure">
          <dt>File</dt><dd>{name}, {sizeOf(zip.bytes)}</dd>
          {told !== null && (
            <>
              <dt>Title</dt><dd>{told.title === '' ? 'none' : told.title}</dd>
              <dt>Standard</dt><dd>{told.standard ?? 'none that is known'}</dd>
              <dt>Can be opened</dt><dd>{told.activities.length === 0 ? 'nothing' : told.activities.map(({ title, id }) => title || id).slice(0, 5).join(', ')}{told.activities.length > 5 ? ` and ${told.activities.length - 5} more` : ''}</dd>
              <dt>Files</dt><dd>{told.files}, {sizeOf(told.bytes)} unzipped</dd>
            </>
          )}
          <dt>SHA-256</dt><dd><Copied text={zip.sha256} what="the SHA-256" /></dd>
        </dl>
        <p><a href={url} download>Download this report as a page</a></p>
      </div>
      {severities.map(({ severity, title, sign: mark, look: tone }) => <Findings key={severity} title={title} sign={mark} look={tone} findings={findings.filter((each) => each.severity === severity)} />)}
      {findings.length === 0 && <p className="quiet">Nothing was found that an LMS would object to.</p>}
      {verdict !== 'refused' && <section className="stack" aria-labelledby="played">
        <h3 id="played">How it behaves</h3>
        {rehearsal === null ? <p className="quiet measure">It was not played here. {notPlayed} <code>npx preceptor verify</code> plays it on your own machine, in a browser behind an LMS of its own.</p>
          : rehearsal.activities.map((activity) => <Played key={activity.id} activity={activity} />)}
      </section>}
    </section>
  );
}

function Findings({ title, sign, look, findings }: { title: string; sign: string; look: string; findings: Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <section className="stack">
      <h3><span className={`sign ${look}`} data-sign={sign}>{title}</span> <span className="quiet number">{findings.length}</span></h3>
      <ul className="lines">
        {findings.map((finding, index) => (
          <li key={index} className="finding">
            <span>{finding.message}</span>
            <span className="small quiet below">{finding.help}</span>
            <span className="small quiet below">{finding.code}{finding.file !== '' && <> in <code>{finding.file}{finding.line === null ? '' : `:${finding.line}`}</code></>}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Played({ activity: { title, id, calls, completion, success, score, resume, sessionTime } }: { activity: Rehearsed }) {
  const told = [completion, success, score.scaled ?? score.raw, sessionTime, resume].map((each) => each ?? 'nothing');
  return (
    <div className="stack">
      <p><strong>{title || id}</strong>: completion {told[0]}, success {told[1]}, score {told[2]}, time {told[3]}, on coming back {told[4]}.</p>
      <div className="sheet scrolls" tabIndex={0} role="group" aria-label={`Calls of ${title || id}`}>
        <table className="grid">
          <thead><tr><th scope="col">Call</th><th scope="col">Element</th><th scope="col" className="figure">Times</th><th scope="col" className="figure">Errors</th></tr></thead>
          <tbody>{calls.map((call) => <tr key={call.name + call.element}><th scope="row">{call.name}</th><td>{call.element ?? ''}</td><td className="figure">{call.count}</td><td className="figure">{call.errors === 0 ? '0' : <span className="bad">{call.errors}</span>}</td></tr>)}</tbody>
        </table>
      </div>
    </div>
  );
}
