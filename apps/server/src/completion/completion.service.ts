import { Injectable } from '@nestjs/common';
import { type Checklist, checklistOf, usualCompletion } from '@preceptor/tracking';
import { EvaluationService } from '../evaluation/evaluation.service.js';
import type { Actor } from '../identity/actor.js';
import { AttemptsService } from '../learning/attempts.service.js';
import { AttendanceService } from '../live-sessions/attendance.service.js';
import { CompletionRulesService } from './rules.service.js';

/** Whether learners have completed: by the rule of their cohort, or where none is set by their course's own. The one place that says so. */
@Injectable()
export class CompletionService {
  constructor(private readonly learning: AttemptsService, private readonly attendance: AttendanceService, private readonly evaluation: EvaluationService, private readonly rules: CompletionRulesService) {}

  /** The checklists of enrolments that the actor may read, by enrolment; others are left out. A bounded number of statements, however many there are. */
  async checklists(actor: Actor, enrolmentIds: readonly string[]): Promise<Map<string, Checklist>> {
    const standings = await this.learning.courseStandings(actor, enrolmentIds);
    const places = [...standings.values()].map(({ enrolment }) => enrolment);
    const rules = await this.rules.rules(actor, [...new Set(places.flatMap(({ cohortId }) => (cohortId === null ? [] : [cohortId])))]);
    const ruleOf = (cohortId: string | null) => rules.get(cohortId ?? '') ?? usualCompletion;
    // Most cohorts ask for neither: then neither is read.
    const figures = await this.attendance.figures(actor, places.filter(({ cohortId }) => ruleOf(cohortId).attendance !== null));
    const filled = await this.evaluation.filledAtEnd(actor, places.filter(({ cohortId }) => ruleOf(cohortId).evaluation));
    return new Map([...standings].map(([id, { enrolment: { cohortId }, conditions, reflections, handIns }]) => [id, checklistOf(ruleOf(cohortId), {
      course: conditions, reflections, handIns, sessions: figures.get(id) ?? { attended: 0, excused: 0, of: 0, toCome: 0 }, evaluation: { filled: filled.has(id) },
    })]));
  }

  /** One of them, batched within a request; null: there is none that the actor may read. */
  checklist(actor: Actor, enrolmentId: string): Promise<Checklist | null> {
    return actor.loader('completion.checklist', (ids) => this.checklists(actor, ids)).load(enrolmentId);
  }
}
