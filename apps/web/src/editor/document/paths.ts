/** An item as course source has it: an entry of bank.yaml as plain data. What a form edits need not be whole. */
export type ItemDocument = Record<string, unknown>;
export type Path = readonly (string | number)[];

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((within, step) => (typeof within === 'object' && within !== null && Object.hasOwn(within, step) ? (within as Record<string | number, unknown>)[step] : undefined), value);
}

export function textAt(value: unknown, path: Path): string {
  const found = valueAt(value, path);
  return typeof found === 'string' ? found : '';
}

export function numberAt(value: unknown, path: Path): number | null {
  const found = valueAt(value, path);
  return typeof found === 'number' ? found : null;
}

export function listAt(value: unknown, path: Path): unknown[] {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found : [];
}

export function textsAt(value: unknown, path: Path): string[] {
  return listAt(value, path).filter((each) => typeof each === 'string');
}

/** The rows of a list, those that are no objects as empty ones. */
export function rowsAt(value: unknown, path: Path): ItemDocument[] {
  return listAt(value, path).map((row) => (isRecord(row) ? row : {}));
}

export function isRecord(value: unknown): value is ItemDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same with another value at a path; undefined takes the field away, with objects that are empty then. */
export function withValue(document: ItemDocument, path: Path, value: unknown): ItemDocument {
  const changed = put(document, path, value);
  return isRecord(changed) ? changed : {};
}

function put(within: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(within) ? [...within as unknown[]] : [];
    list[step] = put(list[step], rest, value);
    return list;
  }
  const record: ItemDocument = isRecord(within) ? { ...within } : {};
  const next = put(record[step], rest, value);
  if (next === undefined || (rest.length > 0 && isRecord(next) && Object.keys(next).length === 0)) delete record[step];
  else record[step] = next;
  return record;
}

/** JSON Pointer (RFC 6901); '' for the whole. */
export function pointerOf(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

export function pathOf(pointer: string): Path {
  return pointer.split('/').slice(1).map((step) => {
    const plain = step.replaceAll('~1', '/').replaceAll('~0', '~');
    return /^\d+$/.test(plain) ? Number(plain) : plain;
  });
}
