import type { KindApart } from '@preceptor/course/delivery';
import type { AnswerField } from '../answer.js';
import { BranchingCase } from './branching-case.js';
import { GraphicGapMatch } from './graphic-gap-match/index.js';
import { GraphicOrder } from './graphic-order.js';
import { Matrix } from './matrix.js';
import { Passage } from './passage.js';
import { ScriptConcordance } from './script-concordance.js';
import { Slider } from './slider.js';
import { Upload } from './upload/index.js';

/** The kinds that only some courses have. A new one is a file and a line here, and its name in `kindsApart` (libs/course). */
export const apartFields = {
  'script-concordance': ScriptConcordance,
  'branching-case': BranchingCase,
  'graphic-gap-match': GraphicGapMatch,
  matrix: Matrix,
  slider: Slider,
  'graphic-order': GraphicOrder,
  upload: Upload,
  passage: Passage,
} satisfies { [K in KindApart]: AnswerField<K> };
