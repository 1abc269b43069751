/** Whether an error says that calls were nested too deeply. By its name, since it may come from another realm than ours. */
export function isStackOverflow(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'RangeError';
}
