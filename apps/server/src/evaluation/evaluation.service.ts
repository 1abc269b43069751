import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { answerFault, type EvaluationAnswers, type EvaluationKind, type EvaluationQuestion, fewestShown, resultsOf, type QuestionResult, usualForms } from '@preceptor/tracking';
import { type EntityManager, In } from 'typeorm';
import { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import { CohortsService } from '../cohorts/cohorts.service.js';
import type { Actor } from '../identity/actor.js';
import { EnrolmentsService } from '../learning/enrolments.service.js';
import { AttendanceService } from '../live-sessions/attendance.service.js';
import { LiveSessionsService, type Session } from '../live-sessions/live-sessions.service.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { isId, newId, nowText } from '../platform/ids.js';
import { parseInput } from '../platform/parse.js';
import { evaluationErrors } from './errors.js';
import { EvaluationBoxRow, EvaluationFilledRow, EvaluationFormRow } from './evaluation.entity.js';

const line = (most: number, name: string) => z.string().trim().max(most, `${name} has at most ${most} characters.`);
const question = z.strictObject({
  id: line(40, 'An id').min(1), kind: z.enum(['RATING', 'CHOICE', 'TEXT']), text: line(500, 'A question').min(1, 'Write the question.'), required: z.boolean(),
  low: line(60, 'A word for an end').optional(), high: line(60, 'A word for an end').optional(),
  options: z.array(line(200, 'A choice').min(1, 'Write the choice.')).max(20, 'A question has at most 20 choices.').optional(), several: z.boolean().optional(),
}).refine(({ kind, options }) => kind !== 'CHOICE' || (options !== undefined && options.length >= 2), { error: 'A choice has at least two options.', path: ['options'] });
const formSchema = z.object({
  title: line(120, 'A title').min(1, 'Give the form a title.'), open: z.boolean(),
  questions: z.array(question).min(1, 'Ask at least one question.').max(40, 'A form has at most 40 questions.').refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'Two questions have the same id.'),
});
export interface NewForm { title: string; open: boolean; questions: unknown }
/** A form that a learner is asked to fill in: about a session, or (null) the course. */
export interface AskedForm { form: EvaluationFormRow; session: Session | null; filled: boolean }

/** What cohorts are asked, and what they answer without a name. */
@Injectable()
export class EvaluationService {
  constructor(
    private readonly database: Database, private readonly cohorts: CohortsService, private readonly enrolments: EnrolmentsService, private readonly sessions: LiveSessionsService,
    private readonly attendance: AttendanceService, private readonly audit: AuditService,
  ) {}

  /** A cohort's form as it is, or with revision 0 and closed the one that it could begin with. */
  async form(actor: Actor, cohortId: string, kind: EvaluationKind): Promise<EvaluationFormRow> {
    const known = (await this.#formsOf(actor, cohortId)).find((row) => row.kind === kind);
    return known ?? { id: '', organisationId: actor.organisationId, cohortId, kind, ...usualForms[kind], open: false, revision: 0 };
  }

  async save(actor: Actor, cohortId: string, kind: EvaluationKind, revision: number, input: NewForm): Promise<EvaluationFormRow> {
    const { title, open, questions } = parseInput(formSchema, input, 'input');
    if (await this.cohorts.cohort(actor, cohortId) === null) throw platformErrors.NOT_FOUND({ path: ['cohort'] });
    return this.database.write(async (manager) => {
      const before = await manager.findOneBy(EvaluationFormRow, { cohortId, kind, organisationId: actor.organisationId });
      if ((before?.revision ?? 0) !== revision) throw platformErrors.CONFLICT({ says: 'Somebody else changed this form meanwhile. Look at it again, then save yours.', path: ['revision'] });
      const after: EvaluationFormRow = { id: before?.id ?? newId(), organisationId: actor.organisationId, cohortId, kind, title, open, questions: questions.map((one) => keptApart(one, before?.questions ?? [])), revision: revision + 1 };
      if (before === null) {
        // Of two who make the first at once the second finds the other's.
        await manager.createQueryBuilder().insert().into(EvaluationFormRow).values(after).orIgnore().execute();
        if ((await manager.findOneBy(EvaluationFormRow, { cohortId, kind }))?.id !== after.id) throw platformErrors.CONFLICT({ says: 'Somebody else changed this form meanwhile. Look at it again, then save yours.', path: ['revision'] });
      } else if ((await manager.update(EvaluationFormRow, { id: before.id, revision }, after)).affected !== 1) throw platformErrors.CONFLICT({ path: ['revision'] });
      if (!open) await this.#showAll(manager, after.id);
      await this.audit.record(manager, actor, { action: 'evaluation-form.saved', subject: { type: 'cohort', id: cohortId, label: title }, before: before === null ? null : { title: before.title, open: before.open, questions: before.questions }, after: { title, open, questions: after.questions } });
      return after;
    });
  }

  /** How many forms a cohort has. */
  async saved(actor: Actor, cohortId: string): Promise<number> { return (await this.#formsOf(actor, cohortId)).length; }

  /** Copies a cohort's forms, without an answer, to another. Both are the actor's. */
  async copy(manager: EntityManager, actor: Actor, fromCohort: string, toCohort: string): Promise<void> {
    const rows = await manager.findBy(EvaluationFormRow, { cohortId: fromCohort, organisationId: actor.organisationId });
    for (const row of rows) await manager.insert(EvaluationFormRow, { ...row, id: newId(), cohortId: toCohort, revision: 1 });
  }

  /** What somebody in a cohort is asked: about each session that is over and that she was not absent from, and about the course. */
  async asked(actor: Actor, accountId: string, cohortId: string, now: Date = new Date()): Promise<AskedForm[]> {
    const forms = (await this.#formsOf(actor, cohortId)).filter(({ open }) => open);
    if (forms.length === 0) return [];
    const sessions = (await this.sessions.ofCohort(actor, cohortId)).filter(({ cancelled, endsAt }) => !cancelled && Date.parse(endsAt) <= now.getTime());
    const marks = await this.attendance.ofAccount(actor, accountId, sessions.map(({ id }) => id));
    const filled = await this.#filledBy(actor, accountId);
    return forms.flatMap((form) => (form.kind === 'END' ? [null] : sessions.filter(({ id }) => !['ABSENT', 'EXCUSED'].includes(marks.get(id)?.mark ?? '')))
      .map((session) => ({ form, session, filled: filled.has(`${form.id}/${session?.id ?? ''}`) })));
  }

  /** The actor's answers, once for each form and session. Nothing that is written tells whose they are. */
  async fill(actor: Actor, formId: string, sessionId: string | null, answers: unknown): Promise<AskedForm> {
    const form = isId(formId) ? await this.database.read.findOneBy(EvaluationFormRow, { id: formId, organisationId: actor.organisationId }) : null;
    const member = form !== null && (await this.enrolments.ofAccount(actor.organisationId, actor.accountId)).some(({ cohortId }) => cohortId === form.cohortId);
    if (form === null || !member) throw platformErrors.NOT_FOUND({ path: ['form'] });
    const asked = (await this.asked(actor, actor.accountId, form.cohortId)).find((one) => one.form.id === formId && (one.session?.id ?? null) === sessionId);
    if (asked === undefined) throw evaluationErrors.FORM_CLOSED({ path: ['form'] });
    const given = parseInput(z.record(z.string(), z.union([z.number(), z.array(z.number()).max(20), z.string()])), answers, 'answers');
    const fault = answerFault(form.questions, given);
    if (fault !== null) throw evaluationErrors.ANSWER_UNFIT({ says: fault.says, path: ['answers', fault.question] });
    await this.database.write(async (manager) => {
      const key = { formId, sessionId: sessionId ?? '' };
      if (await manager.existsBy(EvaluationFilledRow, { ...key, accountId: actor.accountId })) throw evaluationErrors.FORM_FILLED();
      await manager.insert(EvaluationFilledRow, { ...key, accountId: actor.accountId, day: nowText().slice(0, 10) });
      await manager.createQueryBuilder().insert().into(EvaluationBoxRow).values({ ...key, shown: [], held: [] }).orIgnore().execute();
      // Takes the row, so that two who answer at once don't lose one of the answers.
      await manager.update(EvaluationBoxRow, key, { sessionId: key.sessionId });
      const box = await manager.findOneByOrFail(EvaluationBoxRow, key);
      const held = shuffled([...box.held, given]);
      await manager.update(EvaluationBoxRow, key, held.length < fewestShown ? { held } : { held: [], shown: shuffled([...box.shown, ...held]) });
    });
    return { ...asked, filled: true };
  }

  /** What was answered, once there is enough to hide in. `answers`: how many there are; `shown`: how many of them the results are made of. */
  async results(form: Pick<EvaluationFormRow, 'id' | 'questions'>, sessionId: string | null): Promise<{ answers: number; shown: number; questions: QuestionResult[] }> {
    const boxes = form.id === '' ? [] : await this.database.read.findBy(EvaluationBoxRow, { formId: form.id, ...(sessionId === null ? {} : { sessionId }) });
    const shown = boxes.flatMap((box) => box.shown);
    return { answers: boxes.reduce((sum, box) => sum + box.shown.length + box.held.length, 0), shown: shown.length, questions: shown.length < fewestShown ? [] : resultsOf(form.questions, shown) };
  }

  /** Who of these has answered her cohort's form about the course, by place. Two statements, however many there are. */
  async filledAtEnd(actor: Actor, places: readonly { id: string; accountId: string; cohortId: string | null }[]): Promise<Set<string>> {
    const cohorts = [...new Set(places.flatMap(({ cohortId }) => (cohortId === null ? [] : [cohortId])))];
    const forms = cohorts.length === 0 ? [] : await this.database.read.findBy(EvaluationFormRow, { cohortId: In(cohorts), kind: 'END', organisationId: actor.organisationId });
    if (forms.length === 0) return new Set();
    const rows = await this.database.read.findBy(EvaluationFilledRow, { formId: In(forms.map(({ id }) => id)), sessionId: '', accountId: In(places.map(({ accountId }) => accountId)) });
    const filled = new Set(rows.map(({ formId, accountId }) => `${forms.find(({ id }) => id === formId)?.cohortId}/${accountId}`));
    return new Set(places.filter(({ cohortId, accountId }) => filled.has(`${cohortId}/${accountId}`)).map(({ id }) => id));
  }

  /** `form/session` of what somebody has filled in. Batched within a request. */
  async #filledBy(actor: Actor, accountId: string): Promise<Set<string>> {
    return await actor.loader('evaluation.filled', async (ids) => {
      const rows = await this.database.read.findBy(EvaluationFilledRow, { accountId: In([...ids]) });
      return new Map(ids.map((id) => [id, new Set(rows.filter((row) => row.accountId === id).map(({ formId, sessionId }) => `${formId}/${sessionId}`))]));
    }).load(accountId) ?? new Set();
  }

  /** A closed form gets no more answers for the last few to hide among: they are shown with the others. */
  async #showAll(manager: EntityManager, formId: string): Promise<void> {
    for (const box of await manager.findBy(EvaluationBoxRow, { formId })) {
      if (box.held.length > 0 && box.shown.length + box.held.length >= fewestShown) await manager.update(EvaluationBoxRow, { formId, sessionId: box.sessionId }, { held: [], shown: shuffled([...box.shown, ...box.held]) });
    }
  }

  async #formsOf(actor: Actor, cohortId: string): Promise<EvaluationFormRow[]> {
    return await actor.loader('evaluation.forms', async (ids) => {
      const rows = await this.database.read.find(EvaluationFormRow, { where: { cohortId: In([...ids]), organisationId: actor.organisationId }, order: { kind: 'DESC' } });
      return new Map(ids.map((id) => [id, rows.filter((row) => row.cohortId === id)]));
    }).load(cohortId) ?? [];
  }
}

/** A question that asks something else than before is another one: answers to the old are not taken for answers to it. */
function keptApart(now: EvaluationQuestion, before: readonly EvaluationQuestion[]): EvaluationQuestion {
  const old = before.find(({ id }) => id === now.id);
  if (old === undefined) return now;
  const meaning = ({ kind, options = [], several = false }: EvaluationQuestion) => JSON.stringify([kind, options, several]);
  return meaning(old) === meaning(now) ? now : { ...now, id: newId() };
}

function shuffled(all: EvaluationAnswers[]): EvaluationAnswers[] {
  const drawn = [...all];
  for (let last = drawn.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    const [a, b] = [drawn[last], drawn[other]];
    if (a !== undefined && b !== undefined) [drawn[last], drawn[other]] = [b, a];
  }
  return drawn;
}
