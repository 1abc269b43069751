/** Building forms: blueprints, solved or explained; balance and exposure; standard setting. Without any Node API. */
export { availableFor, expectedFacility, fitsCriteria, formSize, isApart, labelledFacility, usualSeconds, type Apart, type Blueprint, type BlueprintSection, type CountRule, type Criteria, type FormItem } from './blueprint.js';
export { balanceOf, breaches, type Breach, type FormBalance } from './review.js';
export type { BuiltForm, Change, Demand, FormWish, Kept, Solution, SolveOptions } from './result.js';
export { formId, solveBlueprint } from './solve.js';
export { nameOf } from './words.js';
export { angoff, type AngoffResult, type Panelist, type PanelItem, type Ratings } from './standard-setting.js';
