import { useEffect, useState } from 'preact/hooks';
import type { Conduct } from '../../../delivery/conduct.js';
import type { AttemptResult } from '../../../delivery/delivery.js';
import { useApp } from '../../../session/app.js';
import type { ResultsProps } from '../../../session/assessment-screens.js';
import { Heading } from '../../heading.js';
import { NextAndBack } from '../../next-and-back.js';
import { Results } from '../results.js';
import { momentOf, whenItComes } from './moment.js';

/** A submitted attempt as far as it is shown by now; when more is due, it comes by itself. */
export function ConductedResults({ conduct, result: first, ...props }: ResultsProps & { conduct: Conduct }) {
  const { words } = useApp();
  const [result, setResult] = useState<AttemptResult>(first);
  const { moreAt } = result;
  useEffect(() => {
    if (moreAt === null || moreAt === undefined) return undefined;
    return whenItComes(moreAt, () => void conduct.result(props.attempt).then((later) => later !== null && setResult(later), () => undefined));
  }, [moreAt]);
  if (result.withheld !== true) {
    return <Results key={moreAt ?? 'all'} {...props} result={result} {...(moreAt === null || moreAt === undefined ? {} : { later: words.answersOn(momentOf(moreAt)) })} />;
  }
  return (
    <article class="column results">
      <p class="eyebrow">{props.step.assessment.title}<span class="where">{words.yourResult}</span></p>
      <Heading key="withheld">{words.submittedTitle}</Heading>
      <p>{moreAt === null || moreAt === undefined ? words.resultNever : words.resultOn(momentOf(moreAt))}</p>
      <NextAndBack step={props.step} />
    </article>
  );
}
