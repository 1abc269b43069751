import type { Certainty, ItemResponse, Kind } from '@preceptor/assessment';
import type { Coder } from './range-coder.js';
import { flag, symbol, text, whole } from './values.js';

/**
 * Responses by their own shape, not by the item's kind, so that they can be read without the item. Ids of choices that
 * are a single letter (what the compiler gives where the author gives none) cost what their frequency says; other ids
 * are spelt once and pointed at afterwards.
 */
export class ResponseCoder {
  readonly #coder: Coder;
  readonly #spelt: string[] = [];
  constructor(coder: Coder) { this.#coder = coder; }

  code(response: ItemResponse | undefined): ItemResponse {
    const value = this.#value(response?.value);
    const certainty = certaintyOf(symbol(this.#coder, 'certainty', 2, response?.certainty ?? 0));
    return certainty === undefined ? { value } : { value, certainty };
  }

  #value(value: unknown): unknown {
    const coder = this.#coder;
    const shape = symbol(coder, 'shape', 3, shapeOf(value));
    switch (shape) {
      case shapes.nothing: return null;
      case shapes.boolean: return flag(coder, 'boolean', value === true);
      case shapes.id: return this.#id('choice', isText(value) ? value : '');
      case shapes.text: return text(coder, 'text', isText(value) ? value : '');
      case shapes.ids: return this.#ids(isTexts(value) ? value : []);
      case shapes.pairs: return this.#pairs(isPairs(value) ? value : {});
      case shapes.quantity: return this.#quantity(isQuantity(value) ? value : { value: '' });
      default: return parsed(text(coder, 'json', JSON.stringify(value ?? null)));
    }
  }
  #ids(value: string[]): string[] {
    const length = whole(this.#coder, 'ids#', value.length);
    const ids: string[] = [];
    for (let at = 0; at < length; at++) ids.push(this.#id(`ids${ids.at(-1) ?? ''}`.slice(0, 5), value[at]));
    return ids;
  }
  #pairs(value: Record<string, string>): Record<string, string> {
    const keys = Object.keys(value).toSorted();
    const length = whole(this.#coder, 'pairs#', keys.length);
    const pairs: Record<string, string> = {};
    for (let at = 0; at < length; at++) {
      const key = this.#id(`key${Math.min(at, 9)}`, keys[at]);
      pairs[key] = this.#id('pairs', value[keys[at] ?? '']);
    }
    return pairs;
  }
  #quantity(value: { value: string; unit?: string }): { value: string; unit?: string } {
    const amount = text(this.#coder, 'amount', value.value);
    return flag(this.#coder, 'unit?', value.unit !== undefined) ? { value: amount, unit: this.#id('unit', value.unit) } : { value: amount };
  }
  #id(context: string, value = ''): string {
    const letter = /^[a-z]$/.test(value) ? value.charCodeAt(0) - 97 : -1;
    const known = letter < 0 ? this.#spelt.indexOf(value) : -1;
    const code = symbol(this.#coder, context, 5, letter >= 0 ? letter : known >= 0 ? pointer : spelling);
    if (code < 26) return String.fromCharCode(97 + code);
    if (code === pointer) return this.#spelt[whole(this.#coder, 'pointer', known)] ?? '';
    const id = text(this.#coder, 'id', value);
    this.#spelt.push(id);
    return id;
  }
}

/** Whether a response could have been given to an item of this kind: a hash that fits by chance rarely does. */
export function fitsKind(kind: Kind, value: unknown): boolean {
  if (value === null) return true;
  switch (kind) {
    case 'single-choice': case 'fill-in': case 'long-text': return isText(value);
    case 'true-false': return typeof value === 'boolean';
    case 'multiple-response': case 'ordering': case 'hotspot': case 'graphic-order': return Array.isArray(value);
    case 'slider': return typeof value === 'number';
    case 'matching': case 'categorising': case 'cloze': case 'extended-matching': case 'numeric': case 'script-concordance': case 'branching-case': case 'graphic-gap-match': case 'matrix': case 'upload': case 'passage': return typeof value === 'object' && !Array.isArray(value);
  }
}

/** Whether a response's value takes at most so many characters of JSON. */
export const isWithin = (response: ItemResponse, most: number): boolean => most === Infinity || JSON.stringify(response.value ?? null).length <= most;

const pointer = 30;
const spelling = 31;
const shapes = { nothing: 0, boolean: 1, id: 2, text: 3, ids: 4, pairs: 5, quantity: 6, json: 7 };
function shapeOf(value: unknown): number {
  if (value === null || value === undefined) return shapes.nothing;
  if (typeof value === 'boolean') return shapes.boolean;
  if (isText(value)) return /^[a-z][a-z0-9-]{0,63}$/.test(value) ? shapes.id : shapes.text;
  if (isTexts(value)) return shapes.ids;
  if (isQuantity(value)) return shapes.quantity;
  return isPairs(value) ? shapes.pairs : shapes.json;
}
const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const isPairs = (value: unknown): value is Record<string, string> => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isText) && !Object.hasOwn(value, '__proto__');
const isQuantity = (value: unknown): value is { value: string; unit?: string } => isPairs(value) && Object.hasOwn(value, 'value') && Object.keys(value).every((key) => key === 'value' || key === 'unit');
const certaintyOf = (code: number): Certainty | undefined => (code === 1 || code === 2 || code === 3 ? code : undefined);
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
