import type { DatabaseConfig } from '../platform/config.js';
import { PostgresStore } from './postgres-store.js';
import { SqliteStore } from './sqlite-store.js';
import type { Store } from './store.js';

/** The database that the settings name; it must be there. */
export async function openStore(config: DatabaseConfig): Promise<Store> {
  return config.engine === 'postgres' ? PostgresStore.open(config.url) : new SqliteStore(config.file);
}
