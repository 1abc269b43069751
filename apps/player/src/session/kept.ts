/**
 * A browser's storage that never throws: a frame on another host may be forbidden to touch it, and it may be full.
 * What can't be kept is simply not there next time.
 */
export const keptFor = (storage: () => Storage) => ({
  get(key: string): string | null {
    try {
      return storage().getItem(key);
    } catch {
      return null;
    }
  },
  /** Whether it was kept. */
  set(key: string, value: string): boolean {
    try {
      storage().setItem(key, value);
      return true;
    } catch {
      return false;
    }
  },
  remove(key: string): void {
    try {
      storage().removeItem(key);
    } catch {
      // nothing was there to remove
    }
  },
});

/** Kept on this device. */
export const kept = keptFor(() => localStorage);
