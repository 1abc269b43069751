/** What a server that has ceased to take requests may take to stop, in milliseconds. */
const longest = 5_000;

/**
 * Stops gracefully on SIGTERM and SIGINT: for `drainSeconds` it goes on answering while it sends balancers elsewhere, then
 * requests finish and the database closes; five seconds later, or at a second signal, at once.
 */
export function stopOnSignals(server: { leave(): void; close(): Promise<void> }, drainSeconds: number): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    server.leave();
    setTimeout(() => {
      setTimeout(() => process.exit(1), longest).unref();
      server.close().then(() => process.exit(0), () => process.exit(1));
    }, drainSeconds * 1000);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
