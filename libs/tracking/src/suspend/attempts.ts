import { hashOf } from '../hash.js';
import { submittedAttemptKey } from '../reducer.js';
import type { AttemptState, TrackingState } from '../state.js';
import { keyedTable } from './keys.js';
import type { Part } from './parts.js';
import type { Coder } from './range-coder.js';
import { isWithin, ResponseCoder } from './response.js';
import type { Room } from './room.js';
import { attemptScore } from './scores.js';
import { flag, sortedText, time, uuid, whole } from './values.js';

type Named = AttemptState & { key: string };
type Open = Named & { started: NonNullable<AttemptState['started']> };

/** Attempts by assessment: submitted ones by a hash of their id and their score, open ones whole. */
export const attempts: Part = (coder, state, outline, room) => {
  const byAssessment = coder.writing ? grouped(state, room) : {};
  const revisions = new Map(outline.units.flatMap(({ assessment }) => (assessment === null ? [] : [[assessment.id, assessment.revision ?? ''] as const])));
  let changed = 0;
  try {
    const { forgotten } = keyedTable<Named[]>(coder, 'assessment', {
      entries: byAssessment, ids: [...revisions.keys()], spread: 2 ** 14,
      code: (list = [], id = '') => {
        const submitted = list.filter((one) => one.submitted !== null);
        const open = list.filter((one): one is Open => one.submitted === null && one.started !== null);
        const read: Named[] = [];
        for (let at = 0, count = whole(coder, 'submitted#', submitted.length); at < count; at++) read.push(submittedAttempt(coder, submitted[at]));
        const count = whole(coder, 'open#', open.length);
        // What cannot be known to be of this revision begins again; it has cost no attempt.
        const sameForms = count === 0 || coder.format === 1 || isRevision(coder, revisions.get(id) ?? '');
        for (let at = 0; at < count; at++) {
          const one = openAttempt(coder, open[at], room);
          if (sameForms) read.push(one);
          else changed++;
        }
        return read;
      },
    });
    return forgotten + changed;
  } finally {
    // Those before an early end are kept.
    if (!coder.writing) for (const [assessment, list] of Object.entries(byAssessment)) for (const one of list) state.attempts[one.key] = named(one, assessment);
  }
};

/** Writes a mark of a revision, or says whether it is the one that was written: others pass once in a million. */
function isRevision(coder: Coder, revision: string): boolean {
  const mark = hashOf(revision, 0) >>> 12;
  return coder.plain(20, mark) === mark;
}

function submittedAttempt(coder: Coder, attempt: Named | undefined): Named {
  const folded = flag(coder, 'folded', attempt?.standsFor !== undefined);
  const standsFor = folded ? whole(coder, 'stands-for', attempt?.standsFor) : 1;
  const key = `~${coder.plain(24, attempt === undefined ? 0 : Number.parseInt(attempt.key.slice(1), 36)).toString(36)}`;
  const score = flag(coder, 'scored', attempt !== undefined && attempt.submitted?.score !== null) ? attemptScore(coder, attempt?.submitted?.score ?? undefined) : null;
  return { key, started: null, submitted: { at: '', id: '', assessment: '', score }, responses: {}, ...(folded ? { standsFor } : {}) };
}

function openAttempt(coder: Coder, attempt: Open | undefined, room: Room): Named {
  const key = uuid(coder, 'attempt', attempt?.key);
  const seed = flag(coder, 'seed=attempt', attempt !== undefined && attempt.started.seed === attempt.key) ? key : uuid(coder, 'seed', attempt?.started.seed);
  const at = time(coder, 'started', attempt?.started.at);
  const entries = Object.entries(attempt?.responses ?? {}).filter(([, { response }]) => room.attemptResponses && isWithin(response, room.attemptText)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const coded = new ResponseCoder(coder);
  const responses: AttemptState['responses'] = {};
  let item = '';
  for (let index = 0, count = whole(coder, 'answers#', entries.length); index < count; index++) {
    item = sortedText(coder, 'item', item, entries[index]?.[0]);
    responses[item] = { at: '', id: '', response: coded.code(entries[index]?.[1].response) };
  }
  return { key, started: { at, id: '', assessment: '', seed }, submitted: null, responses };
}

function named({ key: _key, ...attempt }: Named, assessment: string): AttemptState {
  return { ...attempt, started: attempt.started && { ...attempt.started, assessment }, submitted: attempt.submitted && { ...attempt.submitted, assessment } };
}

function grouped(state: TrackingState, room: Room): Record<string, Named[]> {
  const groups: Record<string, Named[]> = {};
  for (const [id, attempt] of Object.entries(state.attempts)) {
    const assessment = attempt.submitted?.assessment ?? attempt.started?.assessment;
    if (assessment === undefined) continue;
    const key = attempt.submitted !== null && !id.startsWith('~') ? submittedAttemptKey(id) : id;
    (groups[assessment] ??= []).push({ ...attempt, key });
  }
  if (!room.everyAttempt) for (const [assessment, list] of Object.entries(groups)) groups[assessment] = folded(list);
  return groups;
}

/** Of the submitted attempts only the best, standing for all: the best score, the verdict and the number stay true. */
function folded(list: Named[]): Named[] {
  const submitted = list.filter((one) => one.submitted !== null);
  const rank = (one: Named): number => (one.submitted?.score?.passed === true ? 2 : 0) + (one.submitted?.score?.scaled ?? -1);
  const best = submitted.toSorted((a, b) => rank(b) - rank(a))[0];
  if (best === undefined || submitted.length === 1) return list;
  return [{ ...best, standsFor: submitted.reduce((sum, one) => sum + (one.standsFor ?? 1), 0) }, ...list.filter((one) => one.submitted === null)];
}
