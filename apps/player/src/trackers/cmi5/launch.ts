import { parsed } from '../json-text.js';

/** Who learns, as the LMS says it; handed back with every request as it came. */
export interface Actor { name?: string; account?: { homePage?: string; name?: string } }

/** What an LMS joins to the address of an AU (cmi5 8.1). */
export interface LaunchParameters {
  /** base address of the LRS, with a slash at its end */
  endpoint: string;
  /** gives the token, once */
  fetch: string;
  actor: Actor;
  registration: string;
  activityId: string;
}

/** The document `LMS.LaunchData` of the State API, as far as a course uses it (cmi5 10.0). */
export interface LaunchDocument {
  contextTemplate: { contextActivities?: { [list: string]: unknown }; extensions?: { [id: string]: unknown }; [more: string]: unknown };
  launchMode?: 'Normal' | 'Browse' | 'Review';
  /** 0..1 */
  masteryScore?: number;
  returnURL?: string;
}

/** Reads the address's query; null where the course was not launched by cmi5. */
export function launchParameters(search: string): LaunchParameters | null {
  const given = new URLSearchParams(search);
  const [endpoint, fetch, registration, activityId] = ['endpoint', 'fetch', 'registration', 'activityId'].map((name) => given.get(name) ?? '');
  const actor = parsed(given.get('actor'));
  if (!endpoint || !fetch || !registration || !activityId || typeof actor !== 'object' || actor === null) return null;
  return { endpoint: endpoint.endsWith('/') ? endpoint : `${endpoint}/`, fetch, actor, registration, activityId };
}

/** A unique name of one launch, which every statement must bear (cmi5 9.6.3.1); '' where the LMS gives none. */
export function sessionOf(document: Partial<LaunchDocument> | null | undefined): string {
  return String(document?.contextTemplate?.extensions?.['https://w3id.org/xapi/cmi5/context/extensions/sessionid'] ?? '');
}
