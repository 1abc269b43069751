/** What a stopping server may take, in milliseconds. */
const longest = 5_000;

/** Stops gracefully on SIGTERM and SIGINT: requests finish and the database closes; after five seconds, or a second signal, at once. */
export function stopOnSignals(close: () => Promise<void>): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), longest).unref();
    close().then(() => process.exit(0), () => process.exit(1));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
