import { type CompletionPart, counted } from './part.js';

/** What a cohort asks for beside, or instead of, what its course's own rules ask. */
export interface CompletionRule {
  /** what the course's rules say of lessons, checks and time */
  lessons: boolean;
  /** what they say of assessments */
  assessments: boolean;
  /** null: attendance does not count; `least` null: every session that counts */
  attendance: { least: number | null } | null;
  /** null: reflections do not count; `least` null: all of the course */
  reflections: { least: number | null } | null;
  /** null (or, in a rule of before they were asked, left out): hand-ins do not count by themselves; `least` null: all of the course */
  handIns?: { least: number | null } | null;
  /** the course's evaluation form handed in */
  evaluation: boolean;
}
/** Where nobody said otherwise: the course completed, and what decides passed. */
export const usualCompletion: CompletionRule = { lessons: true, assessments: true, attendance: null, reflections: null, handIns: null, evaluation: false };

/** What is known of one learner. `sessions` are those that count, held or still to come; `attended` those of them that she has been at. */
export interface CompletionFacts {
  course: readonly CompletionPart[];
  sessions: { attended: number; excused: number; of: number; toCome: number };
  reflections: { done: number; of: number };
  /** assessments that people mark: submitted, and there are */
  handIns: { done: number; of: number };
  evaluation: { filled: boolean };
}
export interface Checklist { met: boolean; parts: CompletionPart[] }

/** A learner's checklist by a rule. Met: every part is; a rule that asks for nothing is met by nobody. */
export function checklistOf(rule: CompletionRule, facts: CompletionFacts): Checklist {
  const parts: CompletionPart[] = facts.course.filter(({ kind }) => (kind === 'LESSONS' && rule.lessons) || (kind === 'ASSESSMENTS' && rule.assessments));
  if (rule.attendance !== null) parts.push(attendancePart(rule.attendance.least, facts.sessions));
  if (rule.reflections !== null && facts.reflections.of > 0) {
    const least = Math.min(rule.reflections.least ?? facts.reflections.of, facts.reflections.of);
    parts.push(counted('REFLECTIONS', least === facts.reflections.of ? 'Write every reflection' : `Write at least ${least} of ${facts.reflections.of} reflections`, facts.reflections.done, least));
  }
  const handIns = rule.handIns ?? null;
  if (handIns !== null && facts.handIns.of > 0) {
    const least = Math.min(handIns.least ?? facts.handIns.of, facts.handIns.of);
    parts.push(counted('HAND_INS', least === facts.handIns.of ? 'Submit every hand-in' : `Submit at least ${least} of ${facts.handIns.of} hand-ins`, facts.handIns.done, least));
  }
  if (rule.evaluation) parts.push({ kind: 'EVALUATION', label: 'Fill in the evaluation form', met: facts.evaluation.filled, detail: null });
  return { met: parts.length > 0 && parts.every(({ met }) => met), parts };
}

/** Excused sessions are not asked of her: they lower what "every session" means, not a number that was set. */
function attendancePart(least: number | null, { attended, excused, of, toCome }: CompletionFacts['sessions']): CompletionPart {
  const wanted = least ?? Math.max(0, of - excused);
  const label = least === null ? 'Attend every session' : `Attend at least ${least} ${least === 1 ? 'session' : `of ${of} sessions`}`;
  const detail = `${attended} of ${wanted}${excused > 0 && least === null ? `, ${excused} excused` : ''}`;
  return { kind: 'ATTENDANCE', label, met: of > 0 && attended >= wanted && (least !== null || toCome === 0), detail };
}
