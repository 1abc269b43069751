import type { Kind } from '../item.js';
import { branchingCase } from './branching-case/index.js';
import { categorising } from './categorising/index.js';
import { cloze } from './cloze/index.js';
import { extendedMatching } from './extended-matching/index.js';
import { fillIn } from './fill-in/index.js';
import { graphicGapMatch } from './graphic-gap-match/index.js';
import { graphicOrder } from './graphic-order/index.js';
import { hotspot } from './hotspot/index.js';
import { longText } from './long-text/index.js';
import { matching } from './matching/index.js';
import { matrix } from './matrix/index.js';
import { multipleResponse } from './multiple-response/index.js';
import { numeric } from './numeric/index.js';
import { ordering } from './ordering/index.js';
import { passage } from './passage/index.js';
import type { KindRules } from './rules.js';
import { scriptConcordance } from './script-concordance/index.js';
import { singleChoice } from './single-choice/index.js';
import { slider } from './slider/index.js';
import { trueFalse } from './true-false/index.js';
import { upload } from './upload/index.js';

type Registry = { [K in Kind]: KindRules<K> };

/** Every kind and its rules. A new kind is a folder and a line here; the compiler says if either is missing. */
const registry: Registry = {
  'single-choice': singleChoice,
  'multiple-response': multipleResponse,
  'true-false': trueFalse,
  matching,
  ordering,
  categorising,
  'fill-in': fillIn,
  numeric,
  cloze,
  'extended-matching': extendedMatching,
  hotspot,
  'long-text': longText,
  'script-concordance': scriptConcordance,
  'branching-case': branchingCase,
  'graphic-gap-match': graphicGapMatch,
  matrix,
  slider,
  'graphic-order': graphicOrder,
  upload,
  passage,
} satisfies Record<Kind, unknown>;

/** The rules of an item's kind. */
export function rulesOf<K extends Kind>(item: { kind: K }): KindRules<K> {
  return registry[item.kind];
}

/** Every kind, in the order of the registry. */
export const kinds = Object.keys(registry) as Kind[];

/** The kinds that a machine scores, and so the ones that certainty-based marking can stand on. */
export const objectiveKinds: readonly Kind[] = kinds.filter((kind) => registry[kind].objective);
