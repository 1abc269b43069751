import type { TrackingEvent } from '@preceptor/tracking';

/** Keeps events until they were sent. */
export interface EventQueue {
  /** Resolves once they are kept. */
  add(events: TrackingEvent[]): Promise<void>;
  /** All that is kept, oldest first (ids are ordered by time). */
  all(): Promise<TrackingEvent[]>;
  remove(ids: string[]): Promise<void>;
}

const STORE = 'events';

/** A queue in IndexedDB, one database for each enrolment; where the browser has none to give, in this page's memory. */
export async function openEventQueue(enrolment: string): Promise<EventQueue> {
  try {
    return new StoredQueue(await openDatabase(`preceptor-${enrolment}`));
  } catch {
    return new MemoryQueue();
  }
}

class StoredQueue implements EventQueue {
  constructor(private readonly database: IDBDatabase) {}

  add(events: TrackingEvent[]): Promise<void> {
    return this.change((store) => events.forEach((event) => store.put(event)));
  }

  remove(ids: string[]): Promise<void> {
    return this.change((store) => ids.forEach((id) => store.delete(id)));
  }

  all(): Promise<TrackingEvent[]> {
    return new Promise((resolve, reject) => {
      const asked = this.database.transaction(STORE).objectStore(STORE).getAll();
      asked.onsuccess = () => resolve(asked.result as TrackingEvent[]);
      asked.onerror = () => reject(asked.error);
    });
  }

  private change(what: (store: IDBObjectStore) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction(STORE, 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      what(transaction.objectStore(STORE));
    });
  }
}

export class MemoryQueue implements EventQueue {
  private readonly events = new Map<string, TrackingEvent>();

  async add(events: TrackingEvent[]): Promise<void> {
    for (const event of events) this.events.set(event.id, event);
  }

  async all(): Promise<TrackingEvent[]> {
    return [...this.events.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async remove(ids: string[]): Promise<void> {
    for (const id of ids) this.events.delete(id);
  }
}

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(name, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: 'id' });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new Error('the database is held by another version'));
  });
}
