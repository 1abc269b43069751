import { wallTimeAt } from '@preceptor/tracking';
import { useQuery } from 'urql';
import { DaysOffDocument } from '../generated/graphql.js';

/** What day off of the organisation a calendar day is; null: none, or it isn't known yet. */
export function useDayOff(): (day: string) => string | null {
  const [{ data }] = useQuery({ query: DaysOffDocument });
  const names = new Map(data?.daysOff.map(({ day, name }) => [day, name]));
  return (day) => names.get(day) ?? null;
}

/** Says that a day is one on which nobody works; nothing on any other. */
export function DayOffSign({ day }: { day: string }) {
  const name = useDayOff()(day);
  return name === null ? null : <span className="sign warn small" data-sign="!">Day off: {name}</span>;
}

/** The same of the day on which a session begins where it was planned. */
export function SessionDayOff({ session: { timeZone, startsAt, cancelled } }: { session: { timeZone: string; startsAt: string; cancelled: boolean } }) {
  return cancelled ? null : <DayOffSign day={wallTimeAt(timeZone, startsAt).day} />;
}
