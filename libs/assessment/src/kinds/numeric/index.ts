import { own } from '../../reading.js';
import type { ContentOf, KeyOf, ResponseOf } from '../../item.js';
import type { KindRules } from '../rules.js';
import { shownBase } from '../shown.js';
import { wholly } from '../undivided.js';
import { readNumber } from './number.js';

/**
 * A number, with a unit where the item has units. QTI 3.0: `textEntryInteraction`, cardinality single, base type float,
 * scored by `equal` with `tolerance-mode` absolute or relative (bounds included; ours gives a relative tolerance as a
 * share of the value, QTI as a percentage). All or nothing; where the key names a unit, it must be that one.
 */
export const numeric: KindRules<'numeric'> = {
  objective: true,
  read(content, value) {
    const given = typeof value === 'object' ? own(value, 'value') : value;
    const text = typeof given === 'number' ? String(given) : given;
    if (typeof text !== 'string' || text.trim() === '') return undefined;
    const unit = own(value, 'unit');
    return splitUnit(content, text.trim(), typeof unit === 'string' ? unit.trim() : '');
  },
  judge: (item, response) => wholly(item, isWithin(item.key, response)),
  correctResponse({ key }) {
    const value = String(key.value);
    return key.unit === undefined ? { value } : { value, unit: key.unit };
  },
  view(item) {
    const { units } = item.content;
    return { ...shownBase(item), kind: 'numeric', content: units === undefined ? {} : { units: [...units] } };
  },
  arranged: () => [],
  choices: () => [],
  slots: () => [],
  touched: () => [],
  labels: (_content, { value, unit }) => [{ id: 'number', label: unit === undefined ? value : `${value} ${unit}` }],
};

/** A unit written after the number counts as if it had been picked. */
function splitUnit(content: ContentOf['numeric'], text: string, picked: string): ResponseOf['numeric'] {
  if (picked !== '') return { value: text, unit: picked };
  const written = text.normalize('NFKC');
  const unit = [...(content.units ?? [])].sort((one, other) => other.length - one.length).find((one) => written.endsWith(one.normalize('NFKC')));
  return unit === undefined ? { value: text } : { value: written.slice(0, -unit.normalize('NFKC').length).trim(), unit };
}

function isWithin(key: KeyOf['numeric'], response: ResponseOf['numeric']): boolean {
  if (key.unit !== undefined && key.unit.normalize('NFKC') !== response.unit?.normalize('NFKC')) return false;
  const tolerance = key.toleranceKind === 'relative' ? Math.abs(key.value) * key.tolerance : key.tolerance;
  return readNumber(response.value).some((number) => {
    // The last digits of a binary fraction must not decide at the very edge of the tolerance.
    const slack = tolerance === 0 ? 0 : 4 * Number.EPSILON * Math.max(Math.abs(number), Math.abs(key.value));
    return Math.abs(number - key.value) <= tolerance + slack;
  });
}
