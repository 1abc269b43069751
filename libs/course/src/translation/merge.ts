import { isDeepStrictEqual } from 'node:util';
import type { DiagnosticName } from '../diagnostics/registry.js';
import { maxPerFile, type Reporter } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/suggest.js';
import type { Path, YamlFile } from '../yaml/yaml-file.js';
import { entryNames, entryOf, roleOf, type TranslatedFile } from './texts.js';

type Mapping = Record<string, unknown>;

/**
 * The original with the texts of its translation: entries are found by their ids (by their place where the original
 * gives none), texts are the translation's, everything else is the original's. Places of the result are those of the
 * translation. `lacking` counts the entries with a text that is not translated; what lacks and what does not fit is reported.
 */
export function mergeTranslation(own: YamlFile, original: unknown, kind: TranslatedFile, reporter: Reporter): { file: YamlFile; lacking: number } {
  const merge = new Merge(own, kind, reporter);
  const value = merge.any(original, own.value, [], []);
  return { file: own.withValue(value, (path) => merge.ownPath(path)), lacking: merge.tellLacking(original) };
}

class Merge {
  /** for each merged list, by the steps to it: where each entry stands in the translation; -1: nowhere */
  #places = new Map<string, number[]>();
  /** texts that lack, by the steps to the entry they belong to */
  #lacking = new Map<string, { entry: Path; texts: string[] }>();
  #absent = 0;
  #looked = 0;

  constructor(private readonly own: YamlFile, private readonly kind: TranslatedFile, private readonly reporter: Reporter) {}

  /** `path` leads through the original, `at` through the translation. */
  any(original: unknown, own: unknown, path: Path, at: Path): unknown {
    const role = roleOf(this.kind, path);
    if (Array.isArray(original) && own === null) return this.any(original, [], path, at);
    if (isMapping(original) && isMapping(own)) return this.#mapping(original, own, path, at);
    if (role !== 'rule' && !isMapping(original)) return own;
    if (Array.isArray(original) && Array.isArray(own) && original.some(isMapping)) return this.#list(original, own, path, at);
    if (isMapping(original) || (path.length === 0 && Array.isArray(original))) return own;
    if (!isDeepStrictEqual(original, own)) {
      this.#report('translation-differs', at, `"${String(path.findLast((step) => typeof step === 'string') ?? '')}" is not what it is in the original: ${shown(original)}.`);
    }
    return original;
  }

  /** Where a path of the merged value leads in the translation. */
  ownPath(path: Path): Path {
    const own: (string | number)[] = [];
    for (const [index, step] of path.entries()) {
      const place = this.#places.get(keyOf(path.slice(0, index)))?.[Number(step)];
      if (place === -1) break;
      own.push(place ?? step);
    }
    return own;
  }

  /** Says of each entry what is not translated; returns how many entries that are. */
  tellLacking(original: unknown): number {
    for (const { entry, texts } of this.#lacking.values()) {
      const named = texts.length > 6 ? `${texts.slice(0, 5).join(', ')} and ${texts.length - 5} more` : texts.join(', ');
      const value = entry.reduce<unknown>((inner, step) => (inner as Mapping | undefined)?.[step], original);
      this.#report('translation-missing', this.ownPath(entry), `This ${entryNames[this.kind]}${idIn(value) === null ? '' : ` "${idIn(value)}"`} is translated except for ${named}.`);
    }
    return this.#lacking.size + this.#absent;
  }

  #mapping(original: Mapping, own: Mapping, path: Path, at: Path): Mapping {
    const merged: Mapping = {};
    for (const [key, value] of Object.entries(original)) {
      const inner = [...path, key];
      const written = own[key];
      if (written === undefined || written === null || written === '') {
        this.#lack(value, inner);
        merged[key] = value;
      } else merged[key] = this.any(value, written, inner, [...at, key]);
    }
    for (const key of Object.keys(own)) {
      if (Object.hasOwn(original, key)) continue;
      const near = this.#nearest(key, Object.keys(original));
      this.reporter.report('translation-extra', this.own.source, this.own.atKey([...at, key]), `The original has no "${key.slice(0, 60)}" here.`, near === null ? undefined : `Did you mean "${near}"?`);
    }
    return merged;
  }

  #list(original: unknown[], own: unknown[], path: Path, at: Path): unknown[] {
    const places = original.some((entry) => idIn(entry) !== null) ? this.#byId(original, own, at) : this.#byPlace(original, own, at);
    this.#places.set(keyOf(path), places);
    return original.map((entry, index) => {
      const place = places[index] ?? -1;
      if (place !== -1) return this.any(entry, own[place], [...path, index], [...at, place]);
      const whole = entryOf(this.kind, [...path, index]);
      if (whole.length === path.length + 1) {
        this.#absent += 1;
        this.#report('translation-missing', at, `The ${entryNames[this.kind]} "${idIn(entry) ?? String(index + 1)}" is not translated.`);
      } else this.#lack(entry, [...path, index]);
      return entry;
    });
  }

  #byId(original: unknown[], own: unknown[], at: Path): number[] {
    const ids = original.map(idIn);
    const indexes = new Map(ids.map((id, index) => [id, index]));
    const places = ids.map(() => -1);
    own.forEach((entry, place) => {
      const id = idIn(entry);
      const index = id === null ? undefined : indexes.get(id);
      if (id === null) {
        const here = ids[place];
        this.#report('translation-shape', [...at, place], 'This entry does not say which of the original it translates.', here === undefined || here === null ? undefined : `Add the id; in the original, "${here}" stands at this place.`);
      } else if (index === undefined) {
        const near = this.#nearest(id, ids.flatMap((each) => each ?? []));
        this.#report('translation-extra', [...at, place, 'id'], `The original has no "${id.slice(0, 60)}" here.`, near === null ? undefined : `Did you mean "${near}"?`);
      } else if (places[index] !== -1) this.#report('translation-shape', [...at, place, 'id'], `"${id}" is translated twice.`, 'Keep one of the two.');
      else places[index] = place;
    });
    return places;
  }

  #byPlace(original: unknown[], own: unknown[], at: Path): number[] {
    if (own.length !== original.length) {
      this.#report('translation-shape', at, `There are ${own.length} entries here, but ${original.length} in the original.`, 'Write as many as the original has, in its order.');
    }
    return original.map((_, index) => (index < own.length ? index : -1));
  }

  /** Takes note of the texts in a value of the original that has no translation. */
  #lack(original: unknown, path: Path): void {
    if (isMapping(original)) for (const [key, value] of Object.entries(original)) this.#lack(value, [...path, key]);
    else if (Array.isArray(original) && roleOf(this.kind, path) === 'rule') original.forEach((value, index) => this.#lack(value, [...path, index]));
    else if (roleOf(this.kind, path) === 'text' && !(typeof original === 'boolean' || (Array.isArray(original) && original.length === 0))) {
      const entry = entryOf(this.kind, path);
      const known = this.#lacking.get(keyOf(entry)) ?? { entry, texts: [] };
      known.texts.push(path.slice(entry.length).map((step) => (typeof step === 'number' ? step + 1 : step)).join('.'));
      this.#lacking.set(keyOf(entry), known);
    }
  }

  /** Looks for what was meant as long as anybody reads it: a file of strangers is told in bounded time. */
  #nearest(id: string, ids: readonly string[]): string | null {
    this.#looked += 1;
    return this.#looked > maxPerFile ? null : nearest(id, ids);
  }

  #report(name: DiagnosticName, at: Path, message: string, help?: string): void {
    this.reporter.report(name, this.own.source, this.own.atStart(at), message, help);
  }
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function idIn(value: unknown): string | null {
  return isMapping(value) && typeof value['id'] === 'string' ? value['id'] : null;
}

function keyOf(path: Path): string {
  return path.join('\n');
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
