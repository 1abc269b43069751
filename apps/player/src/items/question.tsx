import type { Certainty, ItemResponse, ItemView } from '@preceptor/assessment';
import { useId } from 'preact/hooks';
import type { Outcome } from '../delivery/delivery.js';
import { Html } from '../reading/html.js';
import { useApp } from '../session/app.js';
import { LessonLinks } from '../reading/lesson-links.js';
import { Answer } from './registry.js';
import { Sign } from './said.js';

interface Props {
  view: ItemView;
  response: ItemResponse | undefined;
  onChange(response: ItemResponse): void;
  /** The answer stands and can't be changed now. */
  locked: boolean;
  outcome: Outcome | null;
}

/** Kinds whose one answer bears the verdict itself. */
const SAID_BESIDE = new Set<ItemView['kind']>(['single-choice', 'true-false', 'fill-in', 'numeric', 'slider']);

/** A question with its answer: what is asked, what was chosen, was it right and why. */
export function Question({ view, response, onChange, locked, outcome }: Props) {
  const stem = useId();
  const change = (part: Partial<ItemResponse>): void => onChange({ value: undefined, ...response, ...part });
  return (
    <div class={`question kind-${view.kind}`}>
      <Html id={stem} html={view.stemHtml} className="prose stem" />
      <Answer view={view} value={response?.value} onChange={(value) => change({ value })} locked={locked} outcome={outcome} labelledBy={stem} />
      {view.certainty && <CertaintyChoice value={response?.certainty} onChange={(certainty) => change({ certainty })} locked={locked} />}
      {outcome !== null && <Earned outcome={outcome} said={SAID_BESIDE.has(view.kind) && outcome.score.outcome !== 'unanswered'} />}
    </div>
  );
}

function CertaintyChoice({ value, onChange, locked }: { value: Certainty | undefined; onChange(value: Certainty): void; locked: boolean }) {
  const { words } = useApp();
  const base = useId();
  const levels: Certainty[] = [1, 2, 3];
  return (
    <fieldset class="certainty">
      <legend>{words.certainty}</legend>
      <div class="segments">
        {levels.map((level) => (
          <label key={level} class="segment">
            <input type="radio" name={base} checked={value === level} disabled={locked} onChange={() => onChange(level)} />
            <span>{words.certainties[level]}</span>
          </label>
        ))}
      </div>
      {!locked && <p class="hint">{words.certaintyHelp}</p>}
    </fieldset>
  );
}

/** What the whole answer earned; what belongs to one choice stands beside that choice, and is not `said` again. */
function Earned({ outcome, said }: { outcome: Outcome; said: boolean }) {
  const { words, formats } = useApp();
  const { score, feedback } = outcome;
  const verdict = score.outcome === 'correct' ? 'right' : score.outcome === 'partial' ? 'partly' : score.outcome === 'incorrect' ? 'wrong' : null;
  const points = score.max > 1 && score.outcome !== 'pending' ? words.points(formats.number(score.raw), formats.number(score.max)) : null;
  return (
    <div class={`earned ${verdict ?? ''}`}>
      {!said && <p class="verdict">{verdict !== null && <Sign verdict={verdict} />} <strong>{words.verdicts[score.outcome]}</strong></p>}
      {points !== null && <p class="hint">{points}</p>}
      {feedback?.html.map((html) => <Html key={html} html={html} />)}
      {feedback !== null && score.outcome !== 'correct' && <LessonLinks ids={feedback.lessons} />}
    </div>
  );
}
