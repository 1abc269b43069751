import type { AttemptsService } from '../../learning/attempts.service.js';
import { dayIn } from '../certificate-facts.js';
import type { Done } from './hours.js';

/** Sessions attended, each on the day in the zone on which it began. */
export const attendedOn = (attended: readonly { startsAt: string; minutes: number }[], zone: string): Done[] => attended.map(({ startsAt, minutes }) => ({ day: dayIn(zone, new Date(startsAt)), minutes }));

/** Lessons completed, each on its day in the zone with the minutes that the course gives it. */
export function workDone({ state, version }: Awaited<ReturnType<AttemptsService['record']>>, zone: string): Done[] {
  return version.outline.units.flatMap(({ lessons }) => lessons).flatMap(({ id, minutes }) => {
    const at = Object.hasOwn(state.lessons, id) ? state.lessons[id]?.completedAt : null;
    return at === null || at === undefined || at === '' ? [] : [{ day: dayIn(zone, new Date(at)), minutes }];
  });
}
