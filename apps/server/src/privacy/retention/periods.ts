/** How long an organisation keeps what (`identity`'s settings). */
export interface Periods { recordsYears: number | null; auditYears: number; mailDays: number }

const dayMs = 24 * 3600 * 1000;
export const daysBefore = (now: Date, days: number): string => new Date(now.getTime() - days * dayMs).toISOString();
/** The same moment so many years before; on the 29th of February the 28th. */
export function yearsBefore(now: Date, years: number): string {
  const then = new Date(now);
  then.setUTCFullYear(now.getUTCFullYear() - years);
  if (then.getUTCMonth() !== now.getUTCMonth()) then.setUTCDate(0);
  return then.toISOString();
}
export const dayOf = (moment: string): string => moment.slice(0, 10);
