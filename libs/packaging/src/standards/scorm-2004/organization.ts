import type { CompiledCourse, PackageOptions, Unit } from '@preceptor/course/compiled';
import { courseFacts } from '../../facts.js';
import type { CoursePart } from '../../parts/parts.js';
import { treeOf } from '../../parts/tree.js';
import { element, type XmlElement } from '../../xml.js';
import { identifiers } from '../identifiers.js';
import { decimal } from '../numbers.js';
import type { Edition } from './edition.js';
import { metadata } from './metadata.js';
import { presentation } from './presentation.js';
import { clusterSequencing, courseSequencing, partSequencing } from './sequencing.js';

/** The course as a tree of activities (CAM 3.4.1): the organization, units that are cut up, and in them the parts. */
export function organization(edition: Edition, course: CompiledCourse, parts: readonly CoursePart[], options: PackageOptions): XmlElement {
  const limit = options.timeLimitMinutes;
  const alone = parts.length === 1;
  const leaf = (part: CoursePart): XmlElement =>
    element(
      'item',
      { identifier: identifiers.item(part), identifierref: identifiers.sco(part), isvisible: 'true' },
      element('title', {}, part.title),
      !alone && element('metadata', {}, metadata(courseFacts(part.course, options.validUntil), [part.launch])),
      // RTE 4.2.24: what cmi.time_limit_action says.
      alone && limit !== null && element('adlcp:timeLimitAction', {}, 'exit,message'),
      completionThreshold(edition, part.weight),
      partSequencing(course.id, parts, part, options),
      presentation(edition, options, parts.length),
    );
  const cluster = (unit: Unit, within: CoursePart[]): XmlElement =>
    element(
      'item',
      { identifier: identifiers.cluster(unit.id), isvisible: 'true' },
      element('title', {}, unit.title),
      ...within.map(leaf),
      edition.weightedCompletion && completionThreshold(edition, within.reduce((sum, { weight }) => sum + weight, 0)),
      clusterSequencing(unit.id, within, options),
    );
  return element(
    'organization',
    // CAM 3.4.1.3: the objectives that the parts share are the course's own, not the LMS's.
    { identifier: identifiers.organization(course.id), 'adlseq:objectivesGlobalToSystem': 'false' },
    element('title', {}, course.title),
    ...treeOf(course, parts).flatMap(({ unit, parts: within }) => (unit === null ? within.map(leaf) : [cluster(unit, within)])),
    !alone && edition.weightedCompletion && completionThreshold(edition, 1),
    courseSequencing(course.id, parts, options),
  );
}

/** 4th Ed. CAM 3.4.1.14: the LMS holds an activity complete once its progress measure is 1, and weighs it in its parent's. */
function completionThreshold({ weightedCompletion }: Edition, weight: number): XmlElement {
  return weightedCompletion
    ? element('adlcp:completionThreshold', { completedByMeasure: 'true', minProgressMeasure: '1.0', progressWeight: weight === 1 ? '1.0' : decimal(weight) })
    : element('adlcp:completionThreshold', {}, '1.0');
}
