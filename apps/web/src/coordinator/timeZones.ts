/** IANA zones to choose from: those given and one's own first. */
export function timeZones(...first: string[]): string[] {
  return [...new Set([...first, Intl.DateTimeFormat().resolvedOptions().timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
}
