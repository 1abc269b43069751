import type { Reporting } from '@preceptor/course/delivery';
import { withoutTexts, type Interaction, type Spoken } from '../interaction.js';
import { decimal, signed, usualReporting, type CmiPair } from '../mapping.js';

/** cmi.interactions.n of SCORM 2004 4th Ed. RTE 4.2.9: id first, then type, then what depends on the type. */
export function interaction(index: number, whole: Interaction, { interactions }: Reporting = usualReporting): CmiPair[] {
  if (interactions === 'none') return [];
  const told = interactions === 'answers' ? withoutTexts(whole) : whole;
  const element = `cmi.interactions.${index}`;
  return [
    [`${element}.id`, urn('item', told.item)],
    [`${element}.type`, told.shape],
    ...told.objectives.map((id, at): CmiPair => [`${element}.objectives.${at}.id`, urn('unit', id)]),
    [`${element}.timestamp`, timestamp(told.at)],
    ...patterns(told).map((pattern, at): CmiPair => [`${element}.correct_responses.${at}.pattern`, pattern]),
    [`${element}.weighting`, decimal(told.weighting, 7)],
    ...(told.response === null ? [] : [[`${element}.learner_response`, response(told.response)] as const]),
    [`${element}.result`, typeof told.result === 'number' ? decimal(told.result, 7) : told.result],
    [`${element}.latency`, duration(told.latencySeconds)],
    ...(told.description === '' ? [] : [[`${element}.description`, localized(told.description, 250)] as const]),
  ];
}

/** long_identifier_type, RTE 4.1.1.3: a URI; ids of the course are of letters, digits and hyphens. */
export const urn = (what: 'item' | 'unit', id: string): string => `urn:preceptor:${what}:${id}`.slice(0, 4000);

/** timeinterval (second,10,2), RTE 4.1.1.6. */
export function duration(seconds: number): string {
  const hundredths = Math.min(Math.round(Math.max(0, seconds) * 100), 9999 * 360_000 + 359_999);
  const whole = Math.floor(hundredths / 100);
  return `PT${Math.floor(whole / 3600)}H${Math.floor(whole / 60) % 60}M${decimal((whole % 60) + (hundredths % 100) / 100, 2)}S`;
}

/** time (second,10,0), RTE 4.1.1.5, to the hundredth, in UTC. */
export const timestamp = (at: string): string => new Date(at).toISOString().replace(/\d(?=Z$)/, '');

/** Learner responses, RTE 4.2.9.2: a set of ids `a[,]b`, pairs `a[.]b[,]c[.]d`, steps and what was done at each likewise, a sequence `a[,]b`, a real, a localized text. */
function response(said: Spoken): string {
  switch (said.shape) {
    case 'true-false': return String(said.value);
    case 'choice': case 'sequencing': return said.ids.slice(0, 36).join('[,]');
    case 'matching': return said.pairs.slice(0, 36).map((pair) => pair.join('[.]')).join('[,]');
    case 'performance': return said.pairs.slice(0, 125).map((pair) => pair.join('[.]')).join('[,]');
    case 'numeric': return real(said.value);
    case 'fill-in': return localized(said.text, 250);
    case 'long-fill-in': return localized(said.text, 4000);
  }
}

/** Correct responses, RTE 4.2.9.1: as responses, but a range `min[:]max` for numbers and `{case_matters=...}` before texts. At most the SPM of each type. */
function patterns(told: Interaction): string[] {
  return told.correct.slice(0, told.shape === 'choice' ? 10 : 5).map((said) => {
    if (said.shape === 'numeric') return `${real(said.value - said.tolerance)}[:]${real(said.value + said.tolerance)}`;
    if (said.shape === 'fill-in') return `{case_matters=${String(told.caseMatters)}}${localized(said.text.trim(), 250)}`;
    return response(said);
  }).filter((pattern, at, all) => all.indexOf(pattern) === at);
}

/** real(10,7) */
const real = (value: number): string => signed(value, 7);

/** A text in which nothing is taken for a delimiter or for a prefix such as `{lang=`, in one line, which more LMSs take. */
function localized(text: string, most: number): string {
  const plain = text.replaceAll(/\s+/g, ' ').replaceAll(/\[([,.:])\]/g, '[ $1 ]').replace(/^\{/, ' {');
  return plain.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}
