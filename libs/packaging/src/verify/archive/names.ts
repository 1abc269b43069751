/** Why a name in a zip must not be unpacked, as the end of a sentence; null when it may. */
export function unsafeName(name: string): string | null {
  if (name === '') return 'is empty';
  if (/\p{Cc}/u.test(name)) return 'holds a control character';
  if (name.includes('\\')) return 'has backslashes';
  if (/^[A-Za-z]:/.test(name)) return 'begins with a drive letter';
  if (name.startsWith('/')) return 'is absolute';
  if (name.split('/').includes('..')) return 'leads out of the package by ..';
  if (name.length > 1_000) return 'has more than 1,000 characters';
  return null;
}

/** `./a//b` is `a/b`: what unpacks to the same place has the same name. */
export function plainName(name: string): string {
  return name.split('/').filter((segment, index, all) => segment !== '.' && (segment !== '' || index === all.length - 1)).join('/');
}
