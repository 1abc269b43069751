/** What a cohort's completion can ask for. */
export const partKinds = ['LESSONS', 'ASSESSMENTS', 'ATTENDANCE', 'REFLECTIONS', 'HAND_INS', 'EVALUATION'] as const;
export type PartKind = (typeof partKinds)[number];

/** One line of a learner's checklist: what is asked, whether it is met, and how far it is, such as "7 of 22". */
export interface CompletionPart { kind: PartKind; label: string; met: boolean; detail: string | null }

/** A line that is met once so many are done. */
export const counted = (kind: PartKind, label: string, done: number, of: number): CompletionPart => ({ kind, label, met: done >= of, detail: `${done} of ${of}` });
