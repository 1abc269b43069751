import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { InBankDocument } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { plural, unbroken } from '../time/words.js';
import { When } from '../time/When.js';
import { DismissFlag, Reopen } from './DismissFlag.js';
import { Findings, Severity } from './Findings.js';
import { needsALook } from './itemsShown.js';
import type { AnalysedItem } from './optionsByAbility.js';

/** What an item's answers say in one sentence, and what can be done about it. */
export function ItemVerdict({ course, analysis, again }: { course: string; analysis: AnalysedItem; again: () => void }) {
  const mayAct = useHasRole('INSTRUCTOR', 'ADMINISTRATOR');
  const [{ data }] = useQuery({ query: InBankDocument, variables: { course, name: analysis.item }, pause: !mayAct });
  const inBank = data?.bankItems.nodes[0];
  const [first, ...others] = analysis.findings;
  const flagged = needsALook(analysis);
  const letBe = flagged ? analysis.dismissal : null;
  return (
    <section aria-label="What its answers say" className="stack verdict">
      {first === undefined
        ? <p className="headline"><span className="sign good" data-sign="✓">Nothing speaks against it</span> <span className="quiet">in {plural(analysis.attempts, 'attempt')}.</span></p>
        : <p className="headline"><Severity severity={first.severity} /> {unbroken(first.sentence)}</p>}
      {first !== undefined && first.advice !== '' && <p className="measure">{unbroken(first.advice)}</p>}
      <Findings findings={others} label="What else was found" />
      {letBe !== null && <p className="measure"><strong>{letBe.by?.name ?? 'Somebody'} let it be</strong> <When at={letBe.at} />: {letBe.reason} {mayAct && <Reopen course={course} item={analysis.item} done={again} />}</p>}
      {mayAct && (
        <div className="row">
          {flagged && letBe === null && <Button component="a" href={`/courses/${course}/items/${analysis.item}/regrade`}>Change the key or regrade</Button>}
          {inBank !== undefined && <Button variant="default" renderRoot={(props) => <Link to="/bank/items/$item" params={{ item: inBank.id }} {...props} />}>Edit in the bank</Button>}
          {flagged && letBe === null && <DismissFlag course={course} item={analysis.item} done={again} />}
        </div>
      )}
    </section>
  );
}
