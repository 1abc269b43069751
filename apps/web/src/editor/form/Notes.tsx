import { Button, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import type { ShownFinding } from '../findings/said.js';
import { isLack } from '../findings/said.js';
import { useItemForm, type ItemProblem } from './ItemForm.js';

/** What is to be said at a field: what is wrong, and what item lint would have its author look at. */
export function Notes({ pointer, id, touched }: { pointer: string; id: string; touched: boolean }) {
  const { problems, findings } = useItemForm().at(pointer);
  const told = problems.filter((problem) => touched || !isLack(problem));
  if (told.length === 0 && findings.length === 0) return null;
  return (
    <div id={id} className="notes">
      {told.map((problem) => <ProblemNote key={`${problem.code}${problem.message}`} problem={problem} />)}
      {findings.map((finding) => <FindingNote key={`${finding.code}${finding.path}`} finding={finding} />)}
    </div>
  );
}

function ProblemNote({ problem: { severity, message, hint } }: { problem: ItemProblem }) {
  return <p className={severity === 'error' ? 'note bad' : 'note warn'}><span className="sign" data-sign={severity === 'error' ? '✕' : '!'}>{inWords(message)}</span>{hint !== null && <span className="quiet"> {hint}</span>}</p>;
}

/** The compiler speaks of YAML; in a form an empty field is simply empty. */
function inWords(message: string): string {
  const lacks = /^`?"?(\w+)"?`? is (?:missing|required)/.exec(message)?.[1];
  return lacks === undefined ? message : 'This is needed.';
}

/** One finding: what is so, and folded, why it matters, what to do, where the rule is from, and the way to let it stand. */
export function FindingNote({ finding }: { finding: ShownFinding }) {
  const { waive, readOnly } = useItemForm();
  const { severity, title, message, advice, why, rules, waiver, code } = finding;
  return (
    <details className={waiver === null ? `note finding ${severity}` : 'note finding waived'}>
      <summary><span className="sign" data-sign={waiver === null ? (severity === 'flaw' ? '▲' : '◆') : '✓'}>{waiver === null ? title : `Waived: ${title}`}</span> <span className="quiet">{message}</span></summary>
      <div className="stack tight">
        <p><strong>Mend it:</strong> {advice}</p>
        <p>{why}</p>
        <p className="quiet">Rests on {rules.join('; ')}.</p>
        {waiver !== null && <p><strong>Why it stands:</strong> {waiver.reason}</p>}
        {waive !== null && !readOnly && <WaiveForm rule={code} waived={waiver !== null} waive={waive} />}
      </div>
    </details>
  );
}

function WaiveForm({ rule, waived, waive }: { rule: string; waived: boolean; waive: (rule: string, reason: string) => Promise<string | null> }) {
  const [reason, setReason] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const label = useId();
  async function send(said: string): Promise<void> {
    setBusy(true);
    const refused = await waive(rule, said);
    setBusy(false);
    setFault(refused);
    if (refused === null) setReason(null);
  }
  if (waived) return <p><button type="button" className="link" disabled={busy} onClick={() => void send('')}>Don’t let it stand any more</button></p>;
  if (reason === null) return <p><button type="button" className="link" onClick={() => setReason('')}>Waive with a reason</button></p>;
  return (
    <div className="stack tight" role="group" aria-labelledby={label}>
      <span id={label} className="unseen">Waive this finding</span>
      <Textarea size="xs" label="Why it may stand" autoFocus autosize={false} rows={2} value={reason} error={fault} onChange={(event) => setReason(event.currentTarget.value)} />
      <div className="row"><Button size="xs" loading={busy} disabled={reason.trim() === ''} onClick={() => void send(reason)}>Waive it</Button><Button size="xs" variant="subtle" onClick={() => setReason(null)}>Cancel</Button></div>
    </div>
  );
}
