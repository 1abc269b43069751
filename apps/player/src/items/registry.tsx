import type { ItemView, Kind } from '@preceptor/assessment';
import type { ComponentType } from 'preact';
import type { AnswerField, AnswerProps } from './answer.js';
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
} satisfies { [K in Kind]: AnswerField<K> };

type AnyProps = Omit<AnswerProps<Kind>, 'view' | 'onChange'> & { view: ItemView; onChange(value: unknown): void };

/** The part of a question that takes the answer, whatever its kind. */
export function Answer(props: AnyProps) {
  // Each field is given the view of its own kind: the registry's type above is what makes this sound.
  const Field = fields[props.view.kind] as unknown as ComponentType<AnyProps>;
  return <Field {...props} />;
}
