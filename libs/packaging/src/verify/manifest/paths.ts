/** What a manifest's href stands for. */
export type Target =
  | { kind: 'file'; path: string; query: string }
  | { kind: 'elsewhere'; address: string }
  | { kind: 'unusable'; why: string };

/** Reads an href: percent signs are decoded, what follows `?` or `#` is kept apart. `exists` settles what is written undecoded. */
export function targetOf(base: string, href: string, exists: (path: string) => boolean): Target {
  const written = /^[a-z][a-z0-9+.-]*:/i.test(href) ? href : base + href;
  if (/^(https?:)?\/\//i.test(written)) return { kind: 'elsewhere', address: written };
  if (/^[a-z]:[\\/]/i.test(written)) return { kind: 'unusable', why: 'begins with a drive letter' };
  if (/^[a-z][a-z0-9+.-]*:/i.test(written)) return { kind: 'elsewhere', address: written };
  if (written.includes('\\')) return { kind: 'unusable', why: 'has backslashes' };
  if (written.startsWith('/')) return { kind: 'unusable', why: 'is absolute' };
  const cut = written.search(/[?#]/);
  const raw = cut === -1 ? written : written.slice(0, cut);
  const path = exists(raw) ? raw : decodedPath(raw);
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return { kind: 'unusable', why: 'leads out of the package' };
    if (part !== '..' && part !== '.' && part !== '') parts.push(part);
  }
  return { kind: 'file', path: parts.join('/'), query: cut === -1 ? '' : written.slice(cut) };
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
