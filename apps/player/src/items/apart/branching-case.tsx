import { pathOf, type CaseStep } from '@preceptor/assessment';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Html } from '../../reading/html.js';
import { useApp } from '../../session/app.js';
import { pairsOf, type AnswerProps } from '../answer.js';
import { OptionList } from '../option-list.js';
import { gradedVerdictOf } from '../said.js';
import { useKindWords } from './words.js';

/**
 * A case that unfolds. A choice is made in two moves, so that a slip decides nothing: it is picked, and then gone on with.
 * From then on it stands, in free navigation too, because the next step tells what came of it. The steps before stay to
 * be read.
 */
export function BranchingCase({ view, value, onChange, locked, outcome, labelledBy }: AnswerProps<'branching-case'>) {
  const { announce } = useApp();
  const words = useKindWords();
  const base = useId();
  const place = useRef<HTMLElement>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const [moved, setMoved] = useState(0);
  const [complaint, setComplaint] = useState(false);
  const chosen = pairsOf(value);
  const path = pathOf(view.content, (step) => chosen[step.id]);
  const over = path.at(-1)?.option !== undefined;

  const wasOver = useRef(over);
  useLayoutEffect(() => {
    if (moved > 0 || (wasOver.current && !over)) place.current?.focus();
    wasOver.current = over;
  }, [moved, over]);
  const goOn = (step: CaseStep): void => {
    const option = step.options.find(({ id }) => id === picked);
    if (option === undefined) {
      setComplaint(true);
      announce(words.caseChoose);
      return;
    }
    setPicked(null);
    setComplaint(false);
    setMoved(moved + 1);
    onChange({ ...Object.fromEntries(path.flatMap(({ step: { id }, option: taken }) => (taken === undefined ? [] : [[id, taken.id]]))), [step.id]: option.id });
  };
  return (
    <div class="case" role="group" aria-labelledby={labelledBy}>
      {!locked && <p class="hint">{words.caseHelp}</p>}
      {path.map(({ step, option }, at) => {
        const current = option === undefined && !locked;
        const last = at === path.length - 1 && !over;
        return (
          <section key={step.id} data-part={step.id} class={`case-step ${last ? 'current' : ''}`} aria-labelledby={`${base}-${step.id}`} {...(last ? { ref: place } : {})} tabIndex={-1}>
            <p class="label" id={`${base}-${step.id}`}>{words.caseStep(at + 1)}</p>
            <Html id={`${base}-${step.id}-t`} html={step.html} />
            <OptionList
              options={step.options} chosen={current ? (picked === null ? [] : [picked]) : option === undefined ? [] : [option.id]} many={false} locked={!current} outcome={outcome}
              labelledBy={`${base}-${step.id}-t`} verdict={() => gradedVerdictOf(outcome, step.id)} onChoose={(id) => { setPicked(id); setComplaint(false); }}
            />
            {current && complaint && <p class="complaint">{words.caseChoose}</p>}
            {current && <p class="actions"><button type="button" class="primary" onClick={() => goOn(step)}>{words.caseGoOn}</button></p>}
          </section>
        );
      })}
      {over && <p class="case-end" tabIndex={-1} {...(moved > 0 ? { ref: (element: HTMLParagraphElement | null) => void (place.current = element) } : {})}>{words.caseOver}</p>}
    </div>
  );
}
