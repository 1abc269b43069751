import { withNeutralIds, type Item, type Kind } from '@preceptor/assessment';
import { z } from 'zod';
import { didYouMean } from '../../diagnostics/suggest.js';
import { checkValue } from '../../yaml/check.js';
import type { Fields } from '../../yaml/fields.js';
import type { Path } from '../../yaml/places.js';
import { branchingCase } from './branching-case.js';
import { categorising } from './categorising.js';
import { cloze } from './cloze.js';
import { extendedMatching } from './extended-matching.js';
import { fillIn } from './fill-in.js';
import { graphicGapMatch } from './graphic-gap-match.js';
import { graphicOrder } from './graphic-order.js';
import { hotspot } from './hotspot.js';
import { ItemScope, type generalFeedback, type itemFields, type SourceKind } from './kind.js';
import { longText } from './long-text.js';
import { matching } from './matching.js';
import { matrix } from './matrix.js';
import { multipleResponse } from './multiple-response.js';
import { numeric } from './numeric.js';
import { ordering } from './ordering.js';
import { passage } from './passage.js';
import { scriptConcordance } from './script-concordance.js';
import { singleChoice } from './single-choice.js';
import { slider } from './slider.js';
import { trueFalse } from './true-false.js';
import { upload } from './upload.js';

/** How each kind of item is written: one folder entry and one line here for each. */
export const sourceKinds = {
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
} satisfies { [K in Kind]: SourceKind<K, z.ZodType> };

/** One item of a bank or of checks.yaml, of any kind: for editors. */
export const itemSchema = z.discriminatedUnion('kind', [
  singleChoice.schema, multipleResponse.schema, trueFalse.schema, matching.schema, ordering.schema, categorising.schema,
  fillIn.schema, numeric.schema, cloze.schema, extendedMatching.schema, hotspot.schema, longText.schema,
  scriptConcordance.schema, branchingCase.schema, graphicGapMatch.schema, matrix.schema, slider.schema, graphicOrder.schema, upload.schema, passage.schema,
]);

/** An item as compiled. `lessons` is null where the source leaves it to the compiler. */
export interface CompiledItem {
  item: Item;
  /** the same item with the ids of choices that its source has, which may tell the key */
  written: Item;
  lessons: string[] | null;
}

interface Common extends z.output<z.ZodObject<typeof itemFields>> { kind: Kind; shuffle: boolean; feedback?: z.output<typeof generalFeedback> }

/** Checks and compiles one item. null: it cannot be used, and why is reported. */
export function compileItem(value: unknown, path: Path, fields: Fields): CompiledItem | null {
  const named = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  if (typeof named === 'string' && !Object.hasOwn(sourceKinds, named)) {
    fields.report('item-kind', [...path, 'kind'], `There is no kind of item called "${named.slice(0, 60)}".`, didYouMean(named, Object.keys(sourceKinds), `The kinds are ${Object.keys(sourceKinds).join(', ')}.`));
    return null;
  }
  // Every entry of the registry compiles what its own schema gives; the table's type says so kind by kind.
  const definition = sourceKinds[(typeof named === 'string' ? named : 'single-choice') as Kind] as SourceKind<Kind, z.ZodType>;
  const source = checkValue(definition.schema, fields.file, value, path, fields.setting.reporter);
  if (source === null) return null;
  const common = source as Common;
  const scope = new ItemScope(fields, path);
  const stemHtml = scope.html(common.stem, 'stem');
  const parts = definition.compile(source, scope);
  if (parts === null) return null;
  const written = {
    id: common.id, kind: common.kind, stemHtml, statements: common.statements, level: common.level, difficulty: common.difficulty,
    maxScore: common.points, shuffle: common.shuffle, certainty: common.certainty, lessons: common.lessons ?? [], tags: common.tags,
    content: parts.content, key: parts.key,
    feedback: { ...scope.feedback(common.feedback), ...(Object.keys(parts.byChoice).length > 0 ? { byChoice: parts.byChoice } : {}) },
  } as Item;
  return { item: withNeutralIds(written), written, lessons: common.lessons ?? null };
}
