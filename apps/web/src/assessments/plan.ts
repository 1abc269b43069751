import type { FormBlueprint, FormWish } from '@preceptor/assessment';
import type { PlanFragment } from '../generated/graphql.js';
import type { UnitTitles } from './words.js';

/** A plan with the blueprint and wish that the server checked before it kept them. */
export type Plan = Omit<PlanFragment, 'blueprint' | 'wish'> & { blueprint: FormBlueprint; wish: FormWish };
export interface StepProps { plan: Plan; units: UnitTitles; writes: boolean }
export const steps = ['what', 'blueprint', 'forms', 'pass-mark', 'publish'] as const;
export type Step = (typeof steps)[number];
