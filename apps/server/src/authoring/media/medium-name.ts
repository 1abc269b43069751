/** Longest name without its ending. */
const longest = 60;

/** A file's name as items call it: lower-case letters of English, digits and hyphens, and its ending; null: it has no ending. */
export function mediumName(given: string): string | null {
  const plain = given.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase();
  const [, stem = '', ending] = /^(.*)\.([a-z0-9]{2,5})$/su.exec(plain) ?? [];
  if (ending === undefined) return null;
  const name = stem.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, longest).replace(/-+$/, '');
  return `${name === '' ? 'medium' : name}.${ending}`;
}

/** The same name with a number: room.png, room-2.png, room-3.png … */
export function numbered(name: string, number: number): string {
  return number === 1 ? name : name.replace(/(\.[^.]+)$/, `-${number}$1`);
}
