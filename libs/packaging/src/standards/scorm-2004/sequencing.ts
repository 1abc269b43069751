import type { PackageOptions } from '@preceptor/course/compiled';
import type { CoursePart } from '../../parts/parts.js';
import { element, type XmlElement } from '../../xml.js';
import { identifiers } from '../identifiers.js';
import { decimal } from '../numbers.js';

/** The id, within a part, of the objective through which it reads how the part before it stands. */
const before = 'objective-before';

/** The sequencing of the whole course (CAM 5.1, on the organization). */
export function courseSequencing(course: string, parts: readonly CoursePart[], options: PackageOptions): XmlElement {
  const several = parts.length > 1;
  return sequencing(
    controlMode(options, several),
    several && timeLimit(options),
    several && rollupOf(parts),
    several && objectives(element('imsss:primaryObjective', { objectiveID: identifiers.objective(course) })),
  );
}

/** The sequencing of a unit that is cut into parts. */
export function clusterSequencing(unit: string, within: readonly CoursePart[], options: PackageOptions): XmlElement {
  return sequencing(controlMode(options, true), rollupOf(within, within), objectives(element('imsss:primaryObjective', { objectiveID: identifiers.objective(unit) })));
}

/** The sequencing of one part: what opens it, how it counts, and where the next one reads how it stands. */
export function partSequencing(course: string, parts: readonly CoursePart[], part: CoursePart, options: PackageOptions): XmlElement {
  if (parts.length === 1) return sequencing(timeLimit(options), objectives(primaryObjective(part)), delivery(true));
  const inOrder = options.order === 'in-order';
  const previous = inOrder ? parts[parts.indexOf(part) - 1] : undefined;
  return sequencing(
    previous !== undefined && unlessDone(),
    contribution([part]),
    objectives(
      // CAM 5.1.7.1: the part writes how it stands to an objective that outlives it; it reads nothing back.
      primaryObjective(part, mapInfo(course, part, 'write')),
      previous !== undefined && element('imsss:objective', { objectiveID: before }, mapInfo(course, previous, 'read')),
    ),
    // A part that nothing decides says nothing of success. In order, its being done must count as satisfied for the part
    // after it: the LMS sees to that when a session ends and is not suspended (SN UP.4), which is when the part is done.
    delivery(part.decides || !inOrder),
  );
}

/** CAM 5.1.2: any order; any order among what is open; or onwards and never back. */
function controlMode({ order }: PackageOptions, several: boolean): XmlElement {
  return element('imsss:controlMode', several && order === 'forward-only' ? { choice: 'false', flow: 'true', forwardOnly: 'true' } : { choice: 'true', flow: 'true' });
}

/** SN UP.2: neither chosen nor reached while the part before it is not known to be satisfied. "not" of what is unknown is unknown, so both are asked. */
function unlessDone(): XmlElement {
  const condition = (name: string): XmlElement => element('imsss:ruleCondition', { referencedObjective: before, operator: 'not', condition: name });
  return element(
    'imsss:sequencingRules',
    {},
    element('imsss:preConditionRule', {}, element('imsss:ruleConditions', { conditionCombination: 'any' }, condition('objectiveStatusKnown'), condition('satisfied')), element('imsss:ruleAction', { action: 'disabled' })),
  );
}

/** CAM 5.1.4: for the whole course, where the LMS keeps count. */
function timeLimit({ timeLimitMinutes }: PackageOptions): XmlElement | false {
  return timeLimitMinutes !== null && element('imsss:limitConditions', { attemptAbsoluteDurationLimit: `PT${timeLimitMinutes}M` });
}

/**
 * CAM 5.1.6: complete when all that counts is, and satisfied when all that decides is; a part that counts for neither is
 * left out by what it contributes. `counted` is the activity's own contribution to the one above it.
 */
function rollupOf(children: readonly CoursePart[], counted?: readonly CoursePart[]): XmlElement {
  const decided = children.some(({ decides }) => decides);
  return element('imsss:rollupRules', counted === undefined ? {} : contributionAttributes(counted),
    rollupRule('all', 'completed', 'noOp', 'completed'),
    rollupRule('any', 'completed', 'not', 'incomplete'),
    decided && rollupRule('all', 'satisfied', 'noOp', 'satisfied'),
    decided && rollupRule('any', 'satisfied', 'not', 'notSatisfied'),
  );
}

function rollupRule(childActivitySet: string, condition: string, operator: string, action: string): XmlElement {
  return element('imsss:rollupRule', { childActivitySet }, element('imsss:rollupConditions', {}, element('imsss:rollupCondition', { operator, condition })), element('imsss:rollupAction', { action }));
}

function contribution(own: readonly CoursePart[]): XmlElement {
  return element('imsss:rollupRules', contributionAttributes(own));
}

/** Success comes from the assessments that decide alone, completion from what the course's completion asks for. */
function contributionAttributes(own: readonly CoursePart[]): Record<string, string> {
  const decides = own.some((part) => part.decides);
  return { rollupObjectiveSatisfied: String(decides), rollupProgressCompletion: String(own.some(({ weight }) => weight > 0)), objectiveMeasureWeight: decides ? '1.0' : '0.0' };
}

function objectives(...children: (XmlElement | false)[]): XmlElement {
  return element('imsss:objectives', {}, ...children);
}

/** CAM 5.1.7 and 5.1.9: the pass mark as the primary objective's measure; completion and success are the course's to say. */
function primaryObjective({ id, passMark }: CoursePart, ...maps: XmlElement[]): XmlElement {
  const objectiveID = identifiers.objective(id);
  return passMark === null
    ? element('imsss:primaryObjective', { objectiveID }, ...maps)
    : element('imsss:primaryObjective', { objectiveID, satisfiedByMeasure: 'true' }, element('imsss:minNormalizedMeasure', {}, decimal(passMark)), ...maps);
}

function mapInfo(course: string, { id }: CoursePart, way: 'read' | 'write'): XmlElement {
  const reads = String(way === 'read');
  const writes = String(way === 'write');
  return element('imsss:mapInfo', { targetObjectiveID: `urn:preceptor:course:${course}:part:${id}`, readSatisfiedStatus: reads, readNormalizedMeasure: reads, writeSatisfiedStatus: writes, writeNormalizedMeasure: writes });
}

function delivery(objectiveSetByContent: boolean): XmlElement {
  return element('imsss:deliveryControls', { tracked: 'true', completionSetByContent: 'true', objectiveSetByContent: String(objectiveSetByContent) });
}

function sequencing(...children: (XmlElement | false)[]): XmlElement {
  return element('imsss:sequencing', {}, ...children);
}
