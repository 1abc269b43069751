/** Stops the PostgreSQL of one-postgres.mjs. */
export default async function stop() {
  await globalThis.stopPostgres?.();
}
