/** Width and height in a picture's own pixels. */
export interface PictureSize { width: number; height: number }
/** What an address in a text stands for. */
export type Resolved =
  | { is: 'file'; path: string }
  | { is: 'missing'; path: string; near: string | null }
  | { is: 'outside' }
  /** an address of another host, or one that carries its content itself */
  | { is: 'external' };

/** The media that texts may show: a folder's, or those that an editor knows of. */
export interface MediaLookup {
  resolve(address: string): Resolved;
  /** Of a picture that `resolve` found; null: it cannot be told. */
  sizeOf(path: string): PictureSize | null;
}

/** The path under media/ that an address names; otherwise why it names none. */
export function mediaPath(address: string): { path: string } | { is: 'outside' | 'external' } {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || /^[\\/]{2}/.test(address)) return { is: 'external' };
  const path = decoded(address).normalize('NFC');
  const parts = path.split('/');
  const outside = path.includes('\\') || parts[0] !== 'media' || parts.length < 2 || parts.some((part) => part === '..' || part === '.' || part === '');
  return outside ? { is: 'outside' } : { path };
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
