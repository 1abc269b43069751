import { FindingNote } from '../form/Notes.js';
import { placeOfFinding } from '../document/ids.js';
import { useItemForm } from '../form/ItemForm.js';
import { labelOf } from '../history/differences.js';
import { isLack, type Said } from './said.js';

/** Everything that is to be said of the item in one list, each with the way to its field. */
export function ToMend({ said, goTo }: { said: Said; goTo: (pointer: string) => void }) {
  const { document } = useItemForm();
  const errors = said.problems.filter((problem) => problem.severity === 'error' && !isLack(problem));
  const lacks = said.problems.filter((problem) => problem.severity === 'error' && isLack(problem));
  const warnings = said.problems.filter(({ severity }) => severity === 'warning');
  const open = said.findings.filter(({ waiver }) => waiver === null);
  const waived = said.findings.filter(({ waiver }) => waiver !== null);
  if (said.problems.length + said.findings.length === 0) return <p className="sign good" data-sign="✓">Nothing is wrong with it, as far as a machine can see. Whether the key is right and the matter worth asking, a colleague sees.</p>;
  const pointerTo = (path: readonly (string | number)[]): string => path.map((step) => `/${step}`).join('');
  const place = (path: readonly (string | number)[]) => <button type="button" className="link" onClick={() => goTo(pointerTo(path))}>{labelOf(path) || 'The question'}</button>;
  return (
    <div className="stack">
      {lacks.length > 0 && <section><h2>Still to be filled in</h2><ul className="plain-list">{lacks.map(({ path, code, message }) => <li key={`${code}${path.join('/')}${message}`}>{place(path)}</li>)}</ul></section>}
      {[...errors, ...warnings].length > 0 && <section><h2>Not right yet</h2><ul className="plain-list">{[...errors, ...warnings].map(({ path, code, message, severity }) => <li key={`${code}${path.join('/')}${message}`}><span className={severity === 'error' ? 'sign bad' : 'sign warn'} data-sign={severity === 'error' ? '✕' : '!'}>{message}</span> {place(path)}</li>)}</ul></section>}
      {open.length > 0 && <section className="found-notes"><h2>How it is written</h2>{open.map((finding) => <div key={`${finding.code}${finding.path}`}><FindingNote finding={finding} /><p className="small">{place(placeOfFinding(document, finding.path))}</p></div>)}</section>}
      {waived.length > 0 && <section><h2>Waived</h2>{waived.map((finding) => <FindingNote key={`${finding.code}${finding.path}`} finding={finding} />)}</section>}
    </div>
  );
}

export function openCount({ problems, findings }: Said): number {
  return problems.length + findings.filter(({ waiver }) => waiver === null).length;
}

