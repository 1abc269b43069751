import { XmlDocument, XmlElement } from 'libxml2-wasm';

/** A settings object as scorm-again takes it for one activity (its `ActivitySettings`, of which it exports no type). */
export type ActivitySettings = { id: string; title: string; children?: ActivitySettings[] } & Record<string, unknown>;

/**
 * The tree of activities that a manifest of SCORM 2004 describes, in the words of scorm-again's sequencing, which is not
 * ours and keeps to the pseudo code of the standard. It is read off the XML alone: what the manifest leaves out stays
 * at the default of the standard.
 */
export function activityTree(manifest: string): ActivitySettings {
  const document = XmlDocument.fromString(manifest);
  try {
    const organization = one(document.root, 'organizations/organization');
    if (organization === undefined) throw new Error('the manifest has no organization');
    return activity(organization);
  } finally {
    document.dispose();
  }
}

function activity(place: XmlElement): ActivitySettings {
  const sequencing = one(place, 'sequencing');
  const completion = one(place, 'completionThreshold');
  const limit = text(one(sequencing, 'limitConditions'), 'attemptAbsoluteDurationLimit');
  const rollup = one(sequencing, 'rollupRules');
  const delivery = one(sequencing, 'deliveryControls');
  const primary = one(sequencing, 'objectives/primaryObjective');
  return {
    id: text(place, 'identifier') ?? '',
    title: one(place, 'title')?.content ?? '',
    children: all(place, 'item').map(activity),
    ...(limit === undefined ? {} : { attemptAbsoluteDurationLimit: limit }),
    ...(primary === undefined ? {} : { primaryObjective: { ...objective(primary), isPrimary: true } }),
    objectives: all(sequencing, 'objectives/objective').map(objective),
    sequencingRules: { preConditionRules: all(sequencing, 'sequencingRules/preConditionRule').map(rule) },
    sequencingControls: {
      ...flags(one(sequencing, 'controlMode'), { choice: true, choiceExit: true, flow: false, forwardOnly: false }),
      ...flags(rollup, { rollupObjectiveSatisfied: true, rollupProgressCompletion: true }),
      objectiveMeasureWeight: Number(text(rollup, 'objectiveMeasureWeight') ?? 1),
      ...flags(delivery, { tracked: true, completionSetByContent: false, objectiveSetByContent: false }),
    },
    deliveryControls: flags(delivery, { tracked: true, completionSetByContent: false, objectiveSetByContent: false }),
    rollupRules: { rules: all(rollup, 'rollupRule').map(rollupRule) },
    ...(completion === undefined ? {} : {
      completionThreshold: {
        completedByMeasure: text(completion, 'completedByMeasure') === 'true',
        minProgressMeasure: Number(text(completion, 'minProgressMeasure') ?? 1),
        progressWeight: Number(text(completion, 'progressWeight') ?? 1),
      },
    }),
    hideLmsUi: all(place, 'presentation/navigationInterface/hideLMSUI').map(({ content }) => content),
  };
}

function objective(element: XmlElement): Record<string, unknown> {
  const measure = one(element, 'minNormalizedMeasure');
  return {
    objectiveID: text(element, 'objectiveID'),
    satisfiedByMeasure: text(element, 'satisfiedByMeasure') === 'true',
    ...(measure === undefined ? {} : { minNormalizedMeasure: Number(measure.content) }),
    mapInfo: all(element, 'mapInfo').map((map) => ({
      targetObjectiveID: text(map, 'targetObjectiveID'),
      ...flags(map, { readSatisfiedStatus: true, readNormalizedMeasure: true, writeSatisfiedStatus: false, writeNormalizedMeasure: false }),
    })),
  };
}

function rule(element: XmlElement): Record<string, unknown> {
  return {
    action: text(one(element, 'ruleAction'), 'action'),
    conditionCombination: text(one(element, 'ruleConditions'), 'conditionCombination') ?? 'all',
    conditions: all(element, 'ruleConditions/ruleCondition').map((condition) => ({
      condition: text(condition, 'condition'), ...(text(condition, 'operator') === 'not' ? { operator: 'not' } : {}), referencedObjective: text(condition, 'referencedObjective'),
    })),
  };
}

function rollupRule(element: XmlElement): Record<string, unknown> {
  return {
    action: text(one(element, 'rollupAction'), 'action'),
    consideration: text(element, 'childActivitySet') ?? 'all',
    conditionCombination: text(one(element, 'rollupConditions'), 'conditionCombination') ?? 'any',
    conditions: all(element, 'rollupConditions/rollupCondition').map((condition) => ({ condition: text(condition, 'condition'), operator: text(condition, 'operator') ?? 'noOp' })),
  };
}

/** Elements below one by the path of their local names. */
function all(element: XmlElement | undefined, path: string): XmlElement[] {
  const steps = path.split('/').map((name) => `*[local-name()='${name}']`).join('/');
  return (element?.find(steps) ?? []).filter((node): node is XmlElement => node instanceof XmlElement);
}

function one(element: XmlElement | undefined, path: string): XmlElement | undefined {
  return all(element, path)[0];
}

function text(element: XmlElement | undefined, attribute: string): string | undefined {
  return element?.attr(attribute)?.value;
}

function flags(element: XmlElement | undefined, defaults: Record<string, boolean>): Record<string, boolean> {
  return Object.fromEntries(Object.entries(defaults).map(([name, usual]) => [name, (text(element, name) ?? String(usual)) === 'true']));
}
