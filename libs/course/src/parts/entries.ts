import { z } from 'zod';
import { checkValue } from '../yaml/check.js';
import type { Path, YamlFile } from '../yaml/yaml-file.js';
import { keyOf, type IdKind, type PartBuilder } from './part.js';

const anyList = z.array(z.unknown());

/**
 * Compiles each entry of a list by itself, so that a broken one does not hide the others. The id of a broken entry is
 * defined all the same, so that whoever names it is not told that it does not exist.
 */
export function entriesOf<T>(part: PartBuilder, file: YamlFile, value: unknown, path: Path, kind: IdKind, compile: (entry: unknown, path: Path) => T | null): T[] {
  const entries = checkValue(anyList, file, value ?? [], path, part.list) ?? [];
  const made: T[] = [];
  entries.forEach((entry, index) => {
    const at = [...path, index];
    const id = keyOf(entry, 'id');
    if (typeof id === 'string') part.define(kind, id, file.at([...at, 'id']));
    const compiled = compile(entry, at);
    if (compiled !== null) made.push(compiled);
  });
  return made;
}
