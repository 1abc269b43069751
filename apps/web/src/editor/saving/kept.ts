import { isRecord, type ItemDocument } from '../document/paths.js';

/** What was written and is not on the server yet, kept on this device. */
export interface Kept { document: ItemDocument; /** the revision that it was written from */ revision: number; at: string }

const keyOf = (account: string, item: string): string => `preceptor-item:${account}:${item}`;

/** Written at once with every change: a tab that dies, or a network that is gone, loses nothing. */
export function keep(account: string, item: string, kept: Kept): boolean {
  try {
    localStorage.setItem(keyOf(account, item), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export function forget(account: string, item: string): void {
  try {
    localStorage.removeItem(keyOf(account, item));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

export function keptOf(account: string, item: string): Kept | null {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(keyOf(account, item)) ?? 'null');
    if (!isRecord(read) || !isRecord(read['document']) || typeof read['revision'] !== 'number' || typeof read['at'] !== 'string') return null;
    return { document: read['document'], revision: read['revision'], at: read['at'] };
  } catch {
    return null;
  }
}
