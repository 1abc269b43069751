import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ItemRow, MediumRow, RevisionRow } from '../../apps/server/src/authoring/authoring.entity.js';
import { ItemStore } from '../../apps/server/src/authoring/item-store.js';
import { CourseVersions } from '../../apps/server/src/catalog/course-versions.js';
import { MediaStore } from '../../apps/server/src/catalog/media-store.js';
import { Actor } from '../../apps/server/src/identity/actor.js';
import { IdentityService } from '../../apps/server/src/identity/identity.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { answer, Classroom, send, start, submit, uuid } from './classroom.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

let server: TestServer;
let room: Classroom;
let instructor: Client;
let author: Actor;
let stranger: Client;
let bank: string;

beforeAll(async () => {
  server = await startServer();
  room = await Classroom.open(server);
  ({ client: instructor, actor: author } = await member(room.system));
  ({ client: stranger } = await member((await Classroom.open(server, 'new')).system));
  bank = (await instructor.must<{ createItemBank: { id: string } }>('mutation ($course: ID!) { createItemBank(input: {title: "Dosing", course: $course, unit: "unit-two"}) { id } }', { course: room.courseId })).createItemBank.id;
  await approved(Array.from({ length: 16 }, (_, n) => ({ level: n < 4 ? 'judgement' : 'application', difficulty: ['easy', 'medium', 'hard'][n % 3], tags: n < 2 ? ['twins'] : n < 8 ? ['dose'] : [] })));
});
afterAll(() => server.close());

async function member(system: Actor, roles: ('INSTRUCTOR' | 'REVIEWER')[] = ['INSTRUCTOR'], name = 'An instructor'): Promise<{ client: Client; actor: Actor; email: string }> {
  const { id, email } = await server.app.get(IdentityService).invite(system, { email: `${uuid()}@example.org`, name, roles, password: administrator.password });
  return { client: await server.signedIn(email), actor: Actor.account(id, system.organisationId, roles), email };
}
/** Items that somebody has approved, in the bank. */
async function approved(documents: Record<string, unknown>[], called = 'case'): Promise<string[]> {
  return server.app.get(Database).write(async (manager) => {
    const ids: string[] = [];
    for (const [n, document] of documents.entries()) {
      const whole = { kind: 'single-choice', stem: `What is right in case ${n}?`, statements: ['st-secret'], options: [{ id: 'opt-right', text: 'This.', correct: true, feedback: 'Yes.' }, { id: 'opt-near', text: 'That.', feedback: 'No.' }], ...document };
      const { id } = await server.app.get(ItemStore).create(manager, author, { bankId: bank, name: `${called}-${n}`, document: whole, cause: 'created' });
      await manager.update(RevisionRow, { itemId: id, revision: 1 }, { version: 1 });
      await manager.update(ItemRow, { id }, { approvedVersion: 1, state: 'approved' });
      ids.push(id);
    }
    return ids;
  });
}
/** A picture of the organisation, as an upload leaves it. */
async function putPicture(path: string, sha256: string): Promise<void> {
  const file = server.app.get(MediaStore).fileOf({ sha256 });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, 'a picture');
  await server.app.get(Database).write((manager) => manager.insert(MediumRow, { id: uuid(), organisationId: room.system.organisationId, path, sha256, mediaType: 'image/png', bytes: 9, width: 40, height: 30, accountId: author.accountId, createdAt: new Date().toISOString() }));
}
const section = (count: number, of: object = {}) => ({ id: 'all', title: 'Cases', count, shuffle: true, of });
const blueprint = (over: object = {}) => ({ sections: [section(5)], rules: [{ id: 'judged', of: { level: 'judgement' }, least: 1, most: null }], apart: [{ id: 'twins', tag: 'twins' }], seconds: null, ...over });
interface Plan { id: string; revision: number; formsRevision: number; name: string; passMark: number | null; formCount: number; itemCount: number; published: { current: boolean; courseVersion: { number: number } } | null }
const planFields = 'id revision formsRevision name passMark formCount itemCount published { current courseVersion { number } }';
const planned = async (more: object = {}) => (await instructor.must<{ createAssessmentPlan: Plan }>(`mutation ($input: CreateAssessmentPlanInput!) { createAssessmentPlan(input: $input) { ${planFields} } }`, { input: { course: room.courseId, unit: 'unit-two', title: 'The final', purpose: 'final', blueprint: blueprint(), ...more } })).createAssessmentPlan;
interface Forms { revision: number; canUndo: boolean; forms: { id: string; sections: { id: string; items: { locked: boolean; item: { id: string; name: string; level: string; tags: string[]; uses: number } }[] }[]; balance: { facility: number; items: number } }[]; breaches: { form: string | null; says: string }[]; build: { state: string; reason: string | null; conflict: string[]; current: boolean; nearest: { blueprint: unknown; wish: unknown; changes: string[] } | null } | null }
const formsFields = 'revision canUndo forms { id sections { id items { locked item { id name level tags uses } } } balance { facility items } } breaches { form says } build { state reason conflict current nearest { blueprint wish changes } }';
const built = async ({ id, revision }: Plan) => (await instructor.must<{ buildForms: Forms }>(`mutation ($id: ID!, $revision: Int!) { buildForms(plan: $id, revision: $revision) { ${formsFields} } }`, { id, revision })).buildForms;
const changed = async ({ id, revision }: Plan, input: object) => (await instructor.must<{ changeAssessmentPlan: Plan }>(`mutation ($id: ID!, $revision: Int!, $input: ChangeAssessmentPlanInput!) { changeAssessmentPlan(id: $id, revision: $revision, input: $input) { ${planFields} } }`, { id, revision, input })).changeAssessmentPlan;
const itemsOf = ({ forms }: Forms, form = 0) => forms[form]?.sections.flatMap(({ items }) => items) ?? [];

describe('an instructor builds forms by a blueprint', () => {
  test('parallel forms keep every rule, share nothing and are equally hard', async () => {
    const plan = await planned({ wish: { forms: 3, overlap: 0, mostUse: 1 } });
    const result = await built(plan);
    expect(result.build).toMatchObject({ state: 'SOLVED', current: true });
    expect(result.breaches).toEqual([]);
    const forms = [0, 1, 2].map((form) => itemsOf(result, form).map(({ item }) => item));
    for (const items of forms) {
      expect(items).toHaveLength(5);
      expect(items.filter(({ level }) => level === 'judgement').length).toBeGreaterThanOrEqual(1);
      expect(items.filter(({ tags }) => tags.includes('twins')).length).toBeLessThanOrEqual(1);
    }
    expect(new Set(forms.flat().map(({ id }) => id)).size).toBe(15);
    const facilities = result.forms.map(({ balance }) => balance.facility);
    expect(Math.max(...facilities) - Math.min(...facilities)).toBeLessThan(0.05);
  });

  test('what can not be met says why and what comes nearest, which can then be built', async () => {
    const asked = blueprint({ rules: [{ id: 'judged', of: { level: 'judgement' }, least: 6, most: null }], sections: [section(8)] });
    const plan = await planned({ blueprint: asked });
    const { blueprintOutlook: outlook } = await instructor.must<{ blueprintOutlook: { items: number; rules: object[] } }>('query ($input: BlueprintOutlookInput!) { blueprintOutlook(input: $input) { items rules { id available needed says instead } } }', { input: { plan: plan.id } });
    expect(outlook).toEqual({ items: 16, rules: [{ id: 'judged', available: 4, needed: 6, instead: 4, says: 'There are 4 approved questions of judgement; 6 are asked for.' }] });
    const { build, forms } = await built(plan);
    expect(forms).toEqual([]);
    expect(build).toMatchObject({ state: 'IMPOSSIBLE', reason: expect.stringContaining('judgement') });
    // Two of the four carry the tag that is kept apart, so three are the most.
    expect(build?.nearest?.changes).toEqual(['judgement: at least 3 instead of 6']);
    const next = await changed(plan, { blueprint: build?.nearest?.blueprint, wish: build?.nearest?.wish });
    expect((await built(next)).build?.state).toBe('SOLVED');
    const refused = await instructor.ask('mutation ($id: ID!, $input: ChangeAssessmentPlanInput!) { changeAssessmentPlan(id: $id, revision: 2, input: $input) { id } }', { id: plan.id, input: { blueprint: blueprint({ rules: [{ id: 'odd', of: {}, least: 5, most: 2 }] }) } });
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', path: ['input', 'blueprint', 'rules', '0', 'most'] });
  });

  test('a form is mended by hand, told where it breaks a rule, taken back, and keeps what is locked', async () => {
    const plan = await planned();
    const before = await built(plan);
    const [out] = itemsOf(before);
    const { formCandidates } = await instructor.must<{ formCandidates: { totalCount: number; nodes: { id: string }[] } }>('query ($plan: ID!, $instead: ID) { formCandidates(plan: $plan, form: "a", section: "all", instead: $instead, first: 1) { totalCount nodes { id } } }', { plan: plan.id, instead: out?.item.id });
    expect(formCandidates.totalCount).toBe(11);
    const swapped = itemsOf(before).map(({ item }) => ({ id: item.id === out?.item.id ? formCandidates.nodes[0]?.id : item.id, locked: item.id === out?.item.id }));
    const save = 'mutation ($plan: ID!, $revision: Int!, $forms: [FormInput!]!) { saveForms(plan: $plan, revision: $revision, forms: $forms) { FIELDS } }'.replace('FIELDS', formsFields);
    const { saveForms: saved } = await instructor.must<{ saveForms: Forms }>(save, { plan: plan.id, revision: before.revision, forms: [{ id: 'a', sections: [{ id: 'all', items: swapped }] }] });
    expect(saved.breaches).toEqual([]);
    expect((await instructor.ask(save, { plan: plan.id, revision: before.revision, forms: [] })).errors[0]?.extensions.code).toBe('CONFLICT');
    const again = await built(plan);
    expect(itemsOf(again).filter(({ locked }) => locked).map(({ item }) => item.id)).toEqual([formCandidates.nodes[0]?.id]);
    const { saveForms: short } = await instructor.must<{ saveForms: Forms }>(save, { plan: plan.id, revision: again.revision, forms: [{ id: 'a', sections: [{ id: 'all', items: swapped.slice(1) }] }] });
    expect(short.breaches).toContainEqual({ form: 'a', says: 'Cases has 5 items' });
    const { undoForms } = await instructor.must<{ undoForms: Forms }>(`mutation ($plan: ID!, $revision: Int!) { undoForms(plan: $plan, revision: $revision) { ${formsFields} } }`, { plan: plan.id, revision: short.revision });
    expect(itemsOf(undoForms)).toEqual(itemsOf(again));
  });

  test('and nobody of another organisation learns of it', async () => {
    const plan = await planned();
    const looked = await stranger.ask('query ($id: ID!) { assessmentPlan(id: $id) { id } assessmentForms(plan: $id) { plan } assessmentPlans { totalCount } }', { id: plan.id });
    expect(looked.data).toEqual({ assessmentPlan: null, assessmentForms: null, assessmentPlans: { totalCount: 0 } });
    for (const mutation of ['buildForms(plan: $id, revision: 1) { plan }', 'deleteAssessmentPlan(id: $id)', 'undoForms(plan: $id, revision: 0) { plan }']) {
      const of = async (id: string) => (await stranger.ask(`mutation ($id: ID!) { ${mutation} }`, { id })).errors[0]?.message;
      expect(await of(plan.id)).toBe(await of(uuid()));
    }
  });
});

describe('a panel sets the pass mark', () => {
  test('by the mean of what its members judge, with its standard error, in rounds; learners alone can not be on it', async () => {
    const plan = await planned();
    const ids = itemsOf(await built(plan)).map(({ item }) => item.id);
    const panel = await Promise.all(['Ada', 'Ben', 'Cleo'].map((name) => member(room.system, ['REVIEWER'], name)));
    const { possiblePanelists } = await instructor.must<{ possiblePanelists: { name: string }[] }>('{ possiblePanelists(search: "cle") { name } }');
    expect(possiblePanelists).toEqual([{ name: 'Cleo' }]);
    const panelFields = 'id round open current counted cut standardError earlierCuts panelists { account { name } rated cut outlying } items { mean ratings }';
    interface Panel { id: string; counted: number; cut: number | null; standardError: number | null; earlierCuts: number[]; panelists: { account: { name: string }; rated: number; cut: number | null }[] }
    const open = `mutation ($plan: ID!, $panelists: [ID!]!) { openPanel(plan: $plan, panelists: $panelists) { ${panelFields} } }`;
    const learner = await room.learner();
    expect((await instructor.ask(open, { plan: plan.id, panelists: [learner.accountId] })).errors[0]?.extensions).toMatchObject({ code: 'PANELIST_UNSUITABLE', path: ['panelists', '0'] });
    const { openPanel: { id } } = await instructor.must<{ openPanel: Panel }>(open, { plan: plan.id, panelists: panel.map(({ actor }) => actor.accountId) });
    const rate = 'mutation ($panel: ID!, $round: Int!, $ratings: [RatingInput!]!) { rateItems(panel: $panel, round: $round, ratings: $ratings) { rated itemCount } }';
    const rated = (n: number, round: number, percents: number[]) => panel[n]?.client.must(rate, { panel: id, round, ratings: ids.map((item, place) => ({ item, percent: percents[place] })) });
    expect((await stranger.ask(rate, { panel: id, round: 1, ratings: [] })).errors[0]?.extensions.code).toBe('NOT_FOUND');
    const { ratingTasks: [task] } = await panel[0]?.client.must<{ ratingTasks: object[] }>('{ ratingTasks { id title round rated itemCount } }') ?? { ratingTasks: [] };
    expect(task).toEqual({ id, title: 'The final', round: 1, rated: 0, itemCount: 5 });
    // The panelists' own pass marks are 60, 70 and 50 %: their mean is 60 %, its standard error 10 % / sqrt(3).
    await rated(0, 1, [60, 70, 80, 50, 40]);
    await rated(1, 1, [70, 80, 90, 60, 50]);
    await rated(2, 1, [50, 60, 70, 40, 30]);
    const look = async () => (await instructor.must<{ angoffPanel: Panel }>(`query ($plan: ID!) { angoffPanel(plan: $plan) { ${panelFields} } }`, { plan: plan.id })).angoffPanel;
    const first = await look();
    expect([first.counted, first.cut, first.standardError]).toEqual([3, expect.closeTo(0.6, 9), expect.closeTo(0.0577350269, 9)]);
    await instructor.must('mutation ($panel: ID!) { beginNextRound(panel: $panel) { round } }', { panel: id });
    expect((await panel[0]?.client.ask(rate, { panel: id, round: 1, ratings: [] }))?.errors[0]?.extensions.code).toBe('CONFLICT');
    const { itemsToRate } = await panel[0]?.client.must<{ itemsToRate: { nodes: { percent: number; others: number }[] } }>('query ($panel: ID!) { itemsToRate(panel: $panel, first: 1) { nodes { percent others item } } }', { panel: id }) ?? { itemsToRate: { nodes: [] } };
    expect(itemsToRate.nodes).toEqual([expect.objectContaining({ percent: 60, others: 60 })]);
    await rated(2, 2, [60, 70, 80, 50, 40]);
    const second = await look();
    expect([second.cut, second.earlierCuts]).toEqual([expect.closeTo(0.6333, 4), [expect.closeTo(0.6, 9)]]);
    const { takePanelsPassMark } = await instructor.must<{ takePanelsPassMark: { passMark: number; passMarkPanel: string } }>('mutation ($panel: ID!) { takePanelsPassMark(panel: $panel, revision: 1) { passMark passMarkPanel } }', { panel: id });
    expect(takePanelsPassMark).toEqual({ passMark: 0.633, passMarkPanel: id });
  });
});

describe('an instructor publishes an assessment', () => {
  interface Publication { version: string; revision: number; formsRevision: number; problems: string[]; warnings: string[]; unchanged: boolean; replacesTitle: string | null; newItems: number; changedItems: string[]; source: string }
  const look = async (plan: Plan) => (await instructor.must<{ assessmentPublication: Publication }>('query ($plan: ID!) { assessmentPublication(plan: $plan) { version revision formsRevision problems warnings unchanged replacesTitle newItems changedItems source } }', { plan: plan.id })).assessmentPublication;
  const publish = 'mutation ($plan: ID!, $revision: Int!, $formsRevision: Int!, $version: ID!) { publishAssessment(plan: $plan, revision: $revision, formsRevision: $formsRevision, version: $version) { id published { current courseVersion { id number } } } }';

  test('and a learner of the new version takes one of its forms, with its pictures, and passes', async () => {
    const sha256 = '5f'.repeat(32);
    await putPicture('media/dose.png', sha256);
    const [pictured] = await approved([{ stem: 'What does this show?\n\n![A chart](media/dose.png)', level: 'recall', difficulty: 'easy', tags: ['picture'] }], 'picture');
    const plan = await planned({ passMark: 0.6, wish: { forms: 2, overlap: 5, mostUse: 1 }, blueprint: blueprint({ rules: [{ id: 'seen', of: { tag: 'picture' }, least: 1, most: 1 }] }) });
    expect((await look(plan)).problems).toEqual(['There are no forms yet. Build them, or pick the questions by hand.']);
    const forms = await built(plan);
    expect(forms.build?.state).toBe('SOLVED');
    const seen = await look(plan);
    expect(seen).toMatchObject({ problems: [], warnings: [], unchanged: false, replacesTitle: 'Assessment final', changedItems: [] });
    expect(seen.source).toMatch(/^id: final\n[^]*forms:\n {2}- id: a\n/);
    const { publishAssessment: { published: { courseVersion } } } = await instructor.must<{ publishAssessment: { published: { current: boolean; courseVersion: { id: string; number: number } } } }>(publish, { plan: plan.id, ...seen });
    expect(courseVersion.number).toBe(2);
    expect((await instructor.ask(publish, { plan: plan.id, ...seen })).errors[0]?.extensions.code).toBe('CONFLICT');
    expect((await look(plan)).unchanged).toBe(true);

    const learner = await room.learner('Lea', courseVersion.id);
    const attempt = await start(learner, 'final');
    const names = attempt.form.items.map(({ id }) => id);
    expect([0, 1].map((form) => itemsOf(forms, form).map(({ item }) => item.name).sort())).toContainEqual([...names].sort());
    await send(learner, ...names.map((name) => answer(attempt.id, name)));
    const { result } = await submit(learner, attempt.id);
    expect(result).toMatchObject({ passed: true, scaled: 1 });
    const { course } = await server.app.get(CourseVersions).get(courseVersion.id) ?? { course: null };
    expect(course?.media).toEqual([expect.objectContaining({ path: 'media/dose.png', sha256 })]);
    expect(course?.banks.find(({ id }) => id === 'final-items')?.items.map(({ id }) => id)).toContain('picture-0');
    expect(pictured).toBeDefined();
  });

  test('not one whose questions could mean two things, nor one of a course that changed meanwhile', async () => {
    const [clash] = await approved([{ level: 'judgement', difficulty: 'hard', tags: [], statements: ['st-unheard-of'] }], 'unit-two');
    const plan = await planned({ unit: 'unit-three', title: 'Timed', purpose: 'quiz' });
    const { saveForms } = await instructor.must<{ saveForms: Forms }>(`mutation ($plan: ID!, $forms: [FormInput!]!) { saveForms(plan: $plan, revision: 0, forms: $forms) { ${formsFields} } }`, { plan: plan.id, forms: [{ id: 'a', sections: [{ id: 'all', items: [{ id: clash }] }] }] });
    expect(saveForms.breaches).toContainEqual({ form: 'a', says: 'Cases has 5 items' });
    const seen = await look(plan);
    expect(seen.problems).toEqual(['Question "unit-two-0" asks statement "st-unheard-of", which the course does not have.']);
    expect((await instructor.ask(publish, { plan: plan.id, ...seen })).errors[0]?.extensions.code).toBe('PUBLICATION_BLOCKED');
  });
});
