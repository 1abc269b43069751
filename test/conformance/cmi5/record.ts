import { secondsOf, type LmsRecord } from '../record.js';
import type { Cmi5Lrs } from './lrs.js';
import { isDefined, verbOf, type Statement } from './rules.js';

/** What the statements of a registration amount to, in the shape that SCORM's record has. Throws where the course broke a rule. */
export function recordOfStatements(store: Cmi5Lrs): LmsRecord {
  if (store.objections.length > 0) throw new Error(`the course broke rules of cmi5:\n${store.objections.join('\n')}`);
  const said = (verb: string): Statement | undefined => store.statements.findLast((one) => verbOf(one) === verb && isDefined(one));
  const [passed, failed] = [said('passed'), said('failed')];
  const score = (passed ?? failed)?.result?.score?.scaled ?? null;
  const durations = store.statements.filter((one) => verbOf(one) === 'terminated').map(({ result }) => result?.duration ?? 'PT0S');
  const percent = store.statements.findLast((one) => verbOf(one) === 'progressed')?.result?.extensions?.['https://w3id.org/xapi/cmi5/result/extensions/progress'];
  const kept = store.kept();
  return {
    completion: said('completed') === undefined ? 'incomplete' : 'completed', success: passed !== undefined ? 'passed' : failed !== undefined ? 'failed' : 'unknown',
    scaled: score, raw: '', min: '', max: '', progress: said('completed') === undefined ? String(Number(percent ?? 0) / 100) : '1',
    location: placeIn(kept?.state), exit: store.statements.length > 0 && verbOf(store.statements.at(-1) ?? {}) === 'terminated' ? 'terminated' : '',
    suspendData: kept === null ? '' : JSON.stringify(kept.state),
    sessionTime: durations.at(-1) ?? '', totalTime: `PT${durations.reduce((sum, one) => sum + secondsOf(one), 0)}S`,
    interactions: store.statements.filter((one) => verbOf(one) === 'answered').map(({ object, result, timestamp }) => ({
      id: object?.id ?? '', type: object?.definition?.interactionType ?? '', response: result?.response ?? '', latency: result?.duration ?? '', at: timestamp ?? '',
      result: result?.success === undefined ? 'neutral' : result.success ? 'correct' : (result.score?.scaled ?? 0) > 0 ? String(result.score?.scaled) : 'incorrect',
      correct: (object?.definition?.correctResponsesPattern as string[] | undefined) ?? [],
    })),
    objectives: [],
  };
}

function placeIn(state: object | undefined): string {
  const place = (state as { place?: { lesson: string } | null } | undefined)?.place;
  return place?.lesson ?? '';
}
