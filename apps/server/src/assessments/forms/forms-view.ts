import { balanceOf, breaches, type BuiltForm, expectedFacility, type FormBalance as Balance } from '@preceptor/assessment/forms';
import type { BuildRow, PlanRow, StoredForm } from '../assessments.entity.js';
import { namesIn } from './builder.service.js';
import type { Candidate } from './candidates.service.js';
import { isUnderWay } from './forms.service.js';
import type { AssessmentForms, FormBalance, FormBuild, FormCandidate } from './forms.types.js';

/** The forms of a plan as they are shown: with what their items are like, how they compare, and what they don't keep. */
export function formsView(plan: PlanRow, forms: readonly StoredForm[], items: readonly Candidate[], build: BuildRow | null): AssessmentForms {
  const known = new Map(items.map((item) => [item.id, item]));
  const built = forms.map(builtForm);
  const balances = new Map(balanceOf(built, items).map((balance) => [balance.form, balance]));
  const named = namesIn(items);
  return {
    plan: plan.id, revision: plan.formsRevision, canUndo: plan.formsBefore !== null, build: build === null ? null : buildView(build, plan),
    forms: forms.map(({ id, sections }) => ({
      id, balance: balanceView(balances.get(id)),
      sections: plan.blueprint.sections.map((section) => ({
        id: section.id, title: section.title, wanted: section.count,
        items: (sections.find((own) => own.id === section.id)?.items ?? []).flatMap(({ id: item, locked }) => { const found = known.get(item); return found === undefined ? [] : [{ item: candidateView(found), locked }]; }),
      })),
    })),
    breaches: forms.length === 0 ? [] : breaches(plan.blueprint, built, items, plan.wish).map(({ form, words }) => ({ form, says: named(words) })),
  };
}

export const builtForm = ({ id, sections }: StoredForm): BuiltForm => ({ id, sections: sections.map((section) => ({ id: section.id, items: section.items.map((item) => item.id) })) });

export function candidateView(item: Candidate): FormCandidate {
  const { id, name, stem, version, retired, kind, level, difficulty, unit, tags, uses, answers, facility } = item;
  return { id, name, stem, version, retired, kind, level, difficulty, unit, tags, uses, answers, measured: facility !== null, expected: expectedFacility(item) };
}

function balanceView(balance: Balance | undefined): FormBalance {
  const { items = 0, facility = 0, measured = 0, seconds = 0, byLevel = { recall: 0, application: 0, judgement: 0 }, byDifficulty = { easy: 0, medium: 0, hard: 0 } } = balance ?? {};
  return { items, facility, measured, seconds, ...byLevel, ...byDifficulty };
}

function buildView(build: BuildRow, plan: PlanRow): FormBuild {
  const { state, startedAt, seconds, settled, revision, told: { reason, conflict, nearest } } = build;
  const dead = state === 'running' && !isUnderWay(build);
  return {
    state: dead ? 'failed' : state, startedAt, seconds, settled, current: revision === plan.revision, conflict, nearest,
    reason: dead ? 'The server stopped while the forms were being built. Build them again.' : reason,
  };
}
