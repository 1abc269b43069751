import type { Assessment, Item } from '@preceptor/assessment';
import type { CompiledCourse } from '@preceptor/course/compiled';
import { Actor } from '../../apps/server/src/identity/actor.js';
import { IdentityService } from '../../apps/server/src/identity/identity.service.js';
import { AttemptsService } from '../../apps/server/src/learning/attempts.service.js';
import { EnrolmentsService } from '../../apps/server/src/learning/enrolments.service.js';
import { MaskingService } from '../../apps/server/src/learning/masking.service.js';
import { RecordingService } from '../../apps/server/src/learning/recording.service.js';
import type { SimulatedLearners, Simulation } from '../fixtures/simulated-learners.js';
import { type Classroom, uuid } from './classroom.js';
import { sampleCourse } from './sample-course.js';
import type { TestServer } from './server.js';

/** Twenty questions of four options on one form (assessment "quiz"), and a second assessment of twelve ("final"). */
export function simulatedCourse(): CompiledCourse {
  const course = sampleCourse();
  const whole = (assessment: Assessment, bank: string, count: number): Assessment => ({ ...assessment, maxAttempts: null, sections: [{ id: 'all', title: 'All', shuffle: true, draw: [{ bank, count }] }] });
  const items = (prefix: string, count: number): Item[] => Array.from({ length: count }, (_, at): Item => ({
    id: `${prefix}-${String(at + 1).padStart(2, '0')}`, kind: 'single-choice', stemHtml: `<p>Question ${at + 1} &amp; its stem?</p>`, statements: [], level: 'recall', difficulty: 'medium', maxScore: 1, shuffle: true, certainty: false, lessons: [], tags: [],
    content: { options: ['a', 'b', 'c', 'd'].map((id) => ({ id, html: `<p>Option ${id}</p>` })) }, key: { correct: 'a' }, feedback: {},
  }));
  const banks = [{ id: 'twenty', title: 'Twenty', unit: 'unit-one', items: items('q', 20) }, { id: 'twelve', title: 'Twelve', unit: 'unit-two', items: items('m', 12) }];
  const units = course.units.map((unit) => (unit.assessment?.id === 'quiz' ? { ...unit, assessment: whole(unit.assessment, 'twenty', 20) } : unit.assessment?.id === 'final' ? { ...unit, assessment: whole(unit.assessment, 'twelve', 12) } : unit));
  return { ...course, version: 'simulated', units, banks: [...course.banks, ...banks] };
}
export const simulatedItems = (): Item[] => simulatedCourse().banks.flatMap(({ items }) => items);
/** Fifty learners at the quiz: one item is keyed wrongly, one has two right answers. */
export const flaws = { learners: 50, seed: 'an instructor’s week', miskeyed: 'q-07', ambiguous: 'q-13' } as const satisfies Simulation;

export interface Sitting { version: string; assessment: string; /** ids; learners are in turn in each */ cohorts?: readonly string[] }

/** Simulated learners take an assessment by the fastest honest way: through learning's own services, twenty at a time. */
export async function sitting(server: TestServer, room: Classroom, learners: SimulatedLearners, { version, assessment, cohorts = [] }: Sitting): Promise<void> {
  const one = async (number: number): Promise<void> => {
    const { id: accountId } = await server.app.get(IdentityService).invite(room.system, { email: `${uuid()}@example.org`, name: `Learner ${number}`, roles: ['LEARNER'] });
    const { id: enrolment } = await server.app.get(EnrolmentsService).enrol(room.system, { accountId, courseVersionId: version, cohortId: cohorts[number % cohorts.length] ?? null });
    const self = Actor.account(accountId, room.system.organisationId, ['LEARNER']);
    const attempt = uuid();
    const { form } = await server.app.get(AttemptsService).start(self, enrolment, assessment, attempt);
    const idsOf = server.app.get(MaskingService).of;
    const answers = learners.answers(number, form.sections.flatMap(({ items }) => items), (item, response) => idsOf(item, form).toShown(response));
    await server.app.get(RecordingService).record(self, enrolment, answers.map((answer) => ({ id: uuid(), type: 'item-answered', at: new Date().toISOString(), session: attempt, attempt, ...answer })));
    await server.app.get(AttemptsService).submit(self, enrolment, attempt);
  };
  const all = learners.abilities.map((_, number) => number);
  for (let from = 0; from < all.length; from += 20) await Promise.all(all.slice(from, from + 20).map(one));
}
