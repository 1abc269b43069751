import type { PackageOptions } from '@preceptor/course/compiled';
import { isJudged, partBefore } from '../../parts/order.js';
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
    several && rollupOf(parts, options),
    several && objectives(element('imsss:primaryObjective', { objectiveID: identifiers.objective(course) })),
  );
}

/** The sequencing of a unit that is cut into parts. */
export function clusterSequencing(unit: string, within: readonly CoursePart[], options: PackageOptions): XmlElement {
  return sequencing(controlMode(options, true), rollupOf(within, options, within), objectives(element('imsss:primaryObjective', { objectiveID: identifiers.objective(unit) })));
}

/** The sequencing of one part: what opens it, how it counts, and where the next one reads how it stands. */
export function partSequencing(course: string, parts: readonly CoursePart[], part: CoursePart, options: PackageOptions): XmlElement {
  if (parts.length === 1) return sequencing(timeLimit(options), objectives(primaryObjective(part, options)), delivery());
  const previous = partBefore(part, parts, options);
  return sequencing(
    previous !== undefined && unlessDone(),
    element('imsss:rollupRules', contribution([part], options)),
    objectives(
      // CAM 5.1.7.1: the part writes how it stands to an objective that outlives it; it reads nothing back.
      primaryObjective(part, options, mapInfo(course, part, 'write')),
      previous !== undefined && element('imsss:objective', { objectiveID: before }, mapInfo(course, previous, 'read')),
    ),
    delivery(),
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
function rollupOf(children: readonly CoursePart[], options: PackageOptions, counted?: readonly CoursePart[]): XmlElement {
  const decided = children.some((part) => isJudged(part, options));
  return element('imsss:rollupRules', counted === undefined ? {} : contribution(counted, options),
    rollupRule('all', 'completed', ['completed']),
    // SN RB.1.3 asks for "incomplete" first, so that "completed" has the last word.
    rollupRule('any', 'incomplete', ['attempted']),
    decided && rollupRule('all', 'satisfied', ['satisfied']),
    // What nobody has answered yet is not failed.
    decided && rollupRule('any', 'notSatisfied', ['objectiveStatusKnown', 'not satisfied']),
  );
}

/** A rule over an activity's children; each condition may be led by "not". */
function rollupRule(childActivitySet: 'all' | 'any', action: string, conditions: string[]): XmlElement {
  const written = conditions.map((words) => {
    const [condition, operator] = words.startsWith('not ') ? [words.slice('not '.length), 'not'] : [words, 'noOp'];
    return element('imsss:rollupCondition', { operator, condition });
  });
  return element('imsss:rollupRule', { childActivitySet }, element('imsss:rollupConditions', { conditionCombination: 'all' }, ...written), element('imsss:rollupAction', { action }));
}

/** Success comes from the assessments that decide alone, completion from what the course's completion asks for. */
function contribution(own: readonly CoursePart[], options: PackageOptions): Record<string, string> {
  const decides = own.some((part) => isJudged(part, options));
  return { rollupObjectiveSatisfied: String(decides), rollupProgressCompletion: String(own.some(({ weight }) => weight > 0)), objectiveMeasureWeight: decides ? '1.0' : '0.0' };
}

function objectives(...children: (XmlElement | false)[]): XmlElement {
  return element('imsss:objectives', {}, ...children);
}

/**
 * CAM 5.1.7: the pass mark as the primary objective's measure. By it the LMS makes a verdict of a score by itself
 * (RTE 4.2.22), so it is not said where another status is wanted.
 */
function primaryObjective({ id, passMark }: CoursePart, { status }: PackageOptions, ...maps: XmlElement[]): XmlElement {
  const objectiveID = identifiers.objective(id);
  return passMark === null || status !== 'passed-failed'
    ? element('imsss:primaryObjective', { objectiveID }, ...maps)
    : element('imsss:primaryObjective', { objectiveID, satisfiedByMeasure: 'true' }, element('imsss:minNormalizedMeasure', {}, decimal(passMark)), ...maps);
}

function mapInfo(course: string, { id }: CoursePart, way: 'read' | 'write'): XmlElement {
  const reads = String(way === 'read');
  const writes = String(way === 'write');
  return element('imsss:mapInfo', { targetObjectiveID: `urn:preceptor:course:${course}:part:${id}`, readSatisfiedStatus: reads, readNormalizedMeasure: reads, writeSatisfiedStatus: writes, writeNormalizedMeasure: writes });
}

/** CAM 5.1.9: completion and success are the course's to say; the LMS makes up neither. */
function delivery(): XmlElement {
  return element('imsss:deliveryControls', { tracked: 'true', completionSetByContent: 'true', objectiveSetByContent: 'true' });
}

function sequencing(...children: (XmlElement | false)[]): XmlElement {
  return element('imsss:sequencing', {}, ...children);
}
