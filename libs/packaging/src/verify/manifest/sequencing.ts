import type { XmlElement } from '../markup/xml.js';
import { allItems, attributeOf, childOf, childrenOf, withinOf, type Item, type Manifest, type Organisation } from './model.js';
import type { Known } from './told.js';

/** What makes an activity unreachable, or a rule of it meaningless. */
export function checkSequencing(manifest: Manifest, known: Known): void {
  const collection = new Map(childrenOf(childOf(manifest.element, 'sequencingCollection'), 'sequencing').map((element) => [attributeOf(element, 'ID') ?? '', element]));
  for (const organisation of manifest.organisations) {
    const items = allItems(organisation.items);
    const identifiers = new Set(items.map(({ identifier }) => identifier));
    for (const item of items) {
      checkPrerequisites(item, identifiers, known);
      checkMastery(item, known);
    }
    for (const activity of [organisation, ...items]) checkActivity(activity, collection, known);
  }
}

/** SCORM 1.2 CAM 2.3.5.3: identifiers with & | ~ = <> , { } and parentheses; `3*{A, B, C}` counts. */
function checkPrerequisites({ element }: Item, identifiers: ReadonlySet<string>, { file, findings }: Known): void {
  const script = childOf(element, 'prerequisites');
  const names = (script?.text ?? '').replace(/"[^"]*"/g, ' ').split(/[&|~=<>,{}()\s*]+/).filter((word) => word !== '' && !/^\d+$/.test(word));
  for (const name of names) {
    if (script !== null && !identifiers.has(name)) findings.add('prerequisite-unknown', file, script.place, `The prerequisites name ${JSON.stringify(name)}, which is no item of the organisation.`);
  }
}

function checkMastery({ element }: Item, { file, findings }: Known): void {
  const mastery = childOf(element, 'masteryscore');
  const said = mastery?.text.trim() ?? '';
  if (mastery !== null && !(said !== '' && Number(said) >= 0 && Number(said) <= 100)) findings.add('mastery-range', file, mastery.place, `The mastery score is ${JSON.stringify(said)}.`);
  const action = childOf(element, 'timelimitaction') ?? childOf(element, 'timeLimitAction');
  if (action !== null && !/^(exit|continue),(no )?message$/.test(action.text.trim())) findings.add('timelimit-action', file, action.place, `The action is ${JSON.stringify(action.text.trim())}.`);
  const threshold = childOf(element, 'completionThreshold');
  const measure = threshold === null ? null : attributeOf(threshold, 'minProgressMeasure') ?? (threshold.text.trim() || null);
  if (threshold !== null && measure !== null && !within(measure, 0, 1)) findings.add('measure-range', file, threshold.place, `The completion threshold is ${measure}; it is 0 to 1.`);
}

function checkActivity(activity: Item | Organisation, collection: ReadonlyMap<string, XmlElement>, known: Known): void {
  const { file, findings } = known;
  const own = childOf(activity.element, 'sequencing');
  if (own === null) return;
  const idref = own.attributes.find(({ name }) => name === 'IDRef');
  const borrowed = idref === undefined ? undefined : collection.get(idref.value);
  if (idref !== undefined && borrowed === undefined) findings.add('collection-dangling', file, idref.place, `The sequencing collection has no entry ${JSON.stringify(idref.value)}.`);
  // What the activity says itself comes before what it borrows (SCORM 2004 CAM 5.1.1).
  const part = (name: string): XmlElement | null => childOf(own, name) ?? childOf(borrowed ?? null, name);
  const objectives = part('objectives');
  checkObjectives(objectives, [part('sequencingRules')], known);
  checkRollup(part('rollupRules'), known);
  const limits = part('limitConditions');
  if (limits !== null) {
    for (const { name, value, place } of limits.attributes) {
      if (name === 'attemptLimit' && !(Number(value) >= 1)) findings.add('limit-misused', file, place, `The attempt limit is ${value}: nobody can begin.`);
      if (/Duration|TimeLimit/i.test(name)) findings.add('limit-misused', file, place, `${name} is a limit that an LMS need not support.`);
    }
  }
  const control = part('controlMode');
  if (control !== null && activity.items.length > 0 && isFalse(attributeOf(control, 'choice')) && !isTrue(attributeOf(control, 'flow'))) {
    findings.add('nothing-reachable', file, control.place, `Neither choice nor flow leads into ${JSON.stringify(activity.identifier)}.`);
  }
}

function checkObjectives(objectives: XmlElement | null, rules: readonly (XmlElement | null)[], { file, findings }: Known): void {
  const defined = new Set((objectives?.children ?? []).map((element) => attributeOf(element, 'objectiveID') ?? ''));
  for (const element of rules.flatMap((rule) => (rule === null ? [] : [...withinOf(rule)]))) {
    const named = element.attributes.find(({ name }) => name === 'referencedObjective');
    if (named !== undefined && !defined.has(named.value)) findings.add('objective-undefined', file, named.place, `The objective ${JSON.stringify(named.value)} is not defined in this activity.`);
  }
  for (const element of objectives === null ? [] : withinOf(objectives)) {
    if (element.name === 'minNormalizedMeasure' && !within(element.text.trim(), -1, 1)) findings.add('measure-range', file, element.place, `The pass mark is ${element.text.trim()}; it is -1 to 1.`);
  }
}

function checkRollup(rollup: XmlElement | null, { file, findings }: Known): void {
  if (rollup === null) return;
  const weight = rollup.attributes.find(({ name }) => name === 'objectiveMeasureWeight');
  if (weight !== undefined && !within(weight.value, 0, 1)) findings.add('rollup-misused', file, weight.place, `The weight is ${weight.value}; it is 0 to 1.`);
  for (const rule of childrenOf(rollup, 'rollupRule')) {
    const set = attributeOf(rule, 'childActivitySet');
    const count = attributeOf(rule, 'minimumCount');
    const percent = attributeOf(rule, 'minimumPercent');
    if (set === 'atLeastCount' && !(Number(count) > 0)) findings.add('rollup-misused', file, rule.place, 'The rule counts children (atLeastCount) but says no minimumCount above 0.');
    if (set === 'atLeastPercent' && (percent === null || !within(percent, 0, 1) || Number(percent) === 0)) findings.add('rollup-misused', file, rule.place, 'The rule takes a share of children (atLeastPercent) but says no minimumPercent above 0 and up to 1.');
  }
}

function within(text: string, low: number, high: number): boolean {
  return text !== '' && Number(text) >= low && Number(text) <= high;
}
function isTrue(value: string | null): boolean {
  return value === 'true' || value === '1';
}
function isFalse(value: string | null): boolean {
  return value === 'false' || value === '0';
}
