const VALID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** Ids by place, as the compiler of courses makes them: a to z, then aa, ab … */
export function letterId(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letterId(Math.floor(index / 26) - 1) + last;
}

/** An id made of a name: the name itself where it is one, else its letters and digits with hyphens between; '' where it has none. */
export function idOf(name: string): string {
  if (VALID.test(name)) return name;
  return name.normalize('NFKD').replaceAll(/[\u0300-\u036f]/g, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 60).replace(/-+$/, '');
}

/** The id, or the id with a number that makes it new. Adds it to `taken`. */
export function newId(id: string, taken: Set<string>): string {
  let fresh = id;
  for (let number = 2; taken.has(fresh); number++) fresh = `${id.slice(0, 58)}-${String(number)}`;
  taken.add(fresh);
  return fresh;
}

/** Ids for choices that a file names so: their own where they are ids, else made of them; letters where it names none. */
export function choiceIdsFor(names: readonly (string | undefined)[]): { ids: string[]; changed: boolean } {
  const taken = new Set<string>();
  const ids = names.map((name, index) => newId((name === undefined ? '' : idOf(name)) || letterId(index), taken));
  return { ids, changed: names.some((name, index) => name !== undefined && name !== ids[index]) };
}

export function areLetters(ids: readonly string[]): boolean {
  return ids.every((id, index) => id === letterId(index));
}
