import { isAnswered, pathOf, type ItemResponse, type ItemView, type Kind } from '@preceptor/assessment';
import type { KindApart } from '@preceptor/course/delivery';
import type { ComponentType } from 'preact';
import { useApp } from '../session/app.js';
import { pairsOf, type AnswerField, type AnswerProps } from './answer.js';
import { Categorising } from './categorising.js';
import { Cloze } from './cloze.js';
import { ExtendedMatching } from './extended-matching.js';
import { FillIn } from './fill-in.js';
import { Hotspot } from './hotspot.js';
import { LongText } from './long-text.js';
import { Matching } from './matching.js';
import { MultipleResponse } from './multiple-response.js';
import { Numeric } from './numeric.js';
import { Ordering } from './ordering.js';
import { SingleChoice } from './single-choice.js';
import { TrueFalse } from './true-false.js';

const fields = {
  'single-choice': SingleChoice,
  'multiple-response': MultipleResponse,
  'true-false': TrueFalse,
  matching: Matching,
  ordering: Ordering,
  categorising: Categorising,
  'fill-in': FillIn,
  numeric: Numeric,
  cloze: Cloze,
  'extended-matching': ExtendedMatching,
  hotspot: Hotspot,
  'long-text': LongText,
} satisfies { [K in Exclude<Kind, KindApart>]: AnswerField<K> };

/** The kinds of `kinds.js`, where the page has loaded it. */
const apart: Partial<{ [K in KindApart]: AnswerField<K> }> = {};

/** Takes in the kinds that have a script of their own. */
export function addFields(fields: { [K in KindApart]: AnswerField<K> }): void {
  Object.assign(apart, fields);
}

type AnyProps = Omit<AnswerProps<Kind>, 'view' | 'onChange'> & { view: ItemView; onChange(value: unknown): void };

/** The part of a question that takes the answer, whatever its kind. */
export function Answer(props: AnyProps) {
  const { words } = useApp();
  // Each field is given the view of its own kind: the registries' types above are what makes this sound.
  const Field = { ...fields, ...apart }[props.view.kind] as unknown as ComponentType<AnyProps> | undefined;
  return Field === undefined ? <p class="complaint">{words.wrongMissing}</p> : <Field {...props} />;
}

/** The answer can be handed in: there is one, and a case that unfolds has come to its end. */
export function isReady(view: ItemView, response: ItemResponse | undefined): boolean {
  if (!isAnswered(view, response)) return false;
  if (view.kind !== 'branching-case') return true;
  const chosen = pairsOf(response?.value);
  return pathOf(view.content, (step) => chosen[step.id]).at(-1)?.option !== undefined;
}
