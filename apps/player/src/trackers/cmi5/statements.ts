import { cmiMappings, hashOf, type Interaction } from '@preceptor/tracking';
import type { LaunchDocument, LaunchParameters } from './launch.js';

/** Verbs that cmi5 defines for an AU (9.3), and two that it allows. */
export type Verb = 'initialized' | 'completed' | 'passed' | 'failed' | 'terminated' | 'answered' | 'progressed';
export interface Result { completion?: true; success?: boolean; score?: { scaled: number }; duration?: string; response?: string; extensions?: { [id: string]: unknown } }

/** What is to be told, before the context of a launch is put around it: what one session could not tell, another may. */
export interface Draft {
  /** UUID; telling it twice is the same as telling it once */
  id: string;
  verb: Verb;
  /** ISO 8601 UTC */
  at: string;
  /** of the launch in which it was made */
  session: string;
  result?: Result;
  /** what it is about, where that is not the AU itself */
  object?: { id: string; definition: object };
}

const CMI5 = 'https://w3id.org/xapi/cmi5/context/';

export const isDefined = ({ verb }: Draft): boolean => verb !== 'answered' && verb !== 'progressed';

export function statementOf(draft: Draft, launch: LaunchParameters, { contextTemplate, masteryScore }: LaunchDocument): object {
  const { id, verb, at, result, object = { id: launch.activityId } } = draft;
  const { contextActivities = {}, extensions } = contextTemplate;
  // 9.6.2.1 and 9.6.2.2: which statements are cmi5's own, and which of them decide whether the learner may move on
  const categories = [isDefined(draft) && 'cmi5', isDefined(draft) && (result?.completion !== undefined || result?.success !== undefined) && 'moveon'].filter((name) => name !== false);
  const listed = contextActivities['category'] ?? [];
  return {
    id, actor: launch.actor, verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { en: verb } }, object: { objectType: 'Activity', ...object }, timestamp: at, ...(result && { result }),
    context: {
      ...contextTemplate, registration: launch.registration,
      contextActivities: { ...contextActivities, ...(categories.length > 0 && { category: [...(Array.isArray(listed) ? listed : [listed]), ...categories.map((name) => ({ objectType: 'Activity', id: `${CMI5}categories/${name}` }))] }) },
      extensions: { ...extensions, ...((verb === 'passed' || verb === 'failed') && masteryScore !== undefined && { [`${CMI5}extensions/masteryscore`]: masteryScore }) },
    },
  };
}

/** An answer as xAPI tells it (Part Two, appendix C), which takes the formats of SCORM 2004. */
export function answeredOf(told: Interaction, activityId: string, language: string, withText: boolean): Pick<Draft, 'object' | 'result'> {
  const pairs = cmiMappings['scorm-2004'].interaction(0, told).map(([element, value]): [string, string] => [element.replace('cmi.interactions.0.', ''), value]);
  const said = new Map(pairs);
  const ids = (list: string[]): { id: string }[] => list.map((id) => ({ id }));
  const response = said.get('learner_response');
  return {
    object: {
      id: `${activityId}/items/${told.item}`,
      definition: {
        type: 'http://adlnet.gov/expapi/activities/cmi.interaction', interactionType: told.shape,
        ...(withText && { description: { [language]: told.description } }),
        correctResponsesPattern: pairs.filter(([element]) => element.startsWith('correct_')).map(([, value]) => value),
        ...(told.shape === 'matching' ? { source: ids(told.slots), target: ids(told.choices) } : told.shape === 'performance' ? { steps: ids(told.slots) } : told.shape === 'choice' || told.shape === 'sequencing' ? { choices: ids(told.choices) } : {}),
      },
    },
    result: {
      duration: duration(told.latencySeconds),
      ...(response !== undefined && { response }),
      ...(told.result !== 'neutral' && { success: told.result === 'correct', score: { scaled: told.result === 'correct' ? 1 : told.result === 'incorrect' ? 0 : told.result } }),
    },
  };
}

/** ISO 8601, to the hundredth of a second. */
export const duration = (seconds: number): string => `PT${Math.max(0, Math.round(seconds * 100) / 100)}S`;

/** The first draft of what a launch may tell once; made again, it is the same. */
export function onceIn(scope: string, verb: Verb, session: string, result?: Result): Draft {
  return { id: namedUuid(`${scope} ${verb}`), verb, at: new Date().toISOString(), session, ...(result && { result }) };
}

/** A UUID that always is the same for the same name, so that an LRS itself refuses to count a thing twice. */
function namedUuid(name: string): string {
  const hex = [1, 2, 3, 4].map((salt) => hashOf(name, salt).toString(16).padStart(8, '0')).join('');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-5$3-8$4-');
}

/** Some LRSs know UUIDs of versions 1 to 5 only, and our events have version 7. */
export const knownVersion = (id: string): string => `${id.slice(0, 14)}4${id.slice(15)}`;
