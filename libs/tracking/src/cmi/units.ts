import type { CourseOutline, OutlineUnit, Reporting } from '@preceptor/course/delivery';
import type { Completion, Progress, Success } from '../progress.js';

/** How one unit stands: what an objective tells an LMS. */
export interface UnitStanding { id: string; title: string; completion: Completion; success: Success; /** scaled, of the unit's assessment */ score: number | null; /** 0..1 of its lessons and its assessment */ fraction: number }

/** As far as they are told: see `toldOf`. */
export function unitStandings(progress: Progress, outline: CourseOutline, { status }: Reporting): UnitStanding[] {
  return outline.units.map((unit) => {
    const standing = unitStanding(progress, unit);
    if (status === 'completed') return { ...standing, success: 'unknown' };
    if (status === 'passed-incomplete' && standing.success === 'failed') return { ...standing, success: 'unknown', completion: 'incomplete' };
    return standing;
  });
}

function unitStanding(progress: Progress, unit: OutlineUnit): UnitStanding {
  const assessment = unit.assessment === null ? undefined : progress.assessments[unit.assessment.id];
  const parts = [...unit.lessons.map(({ id }) => progress.lessons[id]?.completion ?? 'not-started'), ...(assessment === undefined ? [] : [assessment.completion])];
  const completed = parts.filter((part) => part === 'completed').length;
  return {
    id: unit.id, title: unit.title, success: assessment?.success ?? 'unknown', score: assessment?.best ?? null,
    completion: completed === parts.length && parts.length > 0 ? 'completed' : parts.every((part) => part === 'not-started') ? 'not-started' : 'incomplete',
    fraction: parts.length === 0 ? 0 : completed / parts.length,
  };
}
