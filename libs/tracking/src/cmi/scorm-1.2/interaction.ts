import type { Reporting } from '@preceptor/course/delivery';
import { withoutTexts, type Interaction, type Shape, type Spoken } from '../interaction.js';
import { decimal, signed, usualReporting, type CmiPair } from '../mapping.js';

/** cmi.interactions.n of SCORM 1.2 RTE 3.4.4: written only, never read back. */
export function interaction(index: number, whole: Interaction, { interactions }: Reporting = usualReporting): CmiPair[] {
  if (interactions === 'none') return [];
  const told = interactions === 'answers' ? withoutTexts(whole) : whole;
  const element = `cmi.interactions.${index}`;
  return [
    [`${element}.id`, told.item.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 255)],
    ...told.objectives.map((id, at): CmiPair => [`${element}.objectives.${at}.id`, id.slice(0, 255)]),
    [`${element}.time`, timeOfDay(told.at)],
    [`${element}.type`, types[told.shape]],
    ...told.correct.slice(0, 10).map((one, at): CmiPair => [`${element}.correct_responses.${at}.pattern`, feedback(one, told)]),
    [`${element}.weighting`, decimal(Math.min(100, told.weighting), 2)], // CMIDecimal, -100 to 100
    ...(told.response === null ? [] : [[`${element}.student_response`, feedback(told.response, told)] as const]),
    [`${element}.result`, result(told.result)],
    [`${element}.latency`, timespan(told.latencySeconds)],
  ];
}

/** CMITimespan: HHHH:MM:SS.SS, at most 9999 hours. */
export function timespan(seconds: number): string {
  const hundredths = Math.min(Math.round(Math.max(0, seconds) * 100), 9999 * 360_000 + 359_999);
  const two = (value: number): string => String(value).padStart(2, '0');
  const whole = Math.floor(hundredths / 100);
  return `${String(Math.floor(whole / 3600)).padStart(4, '0')}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${two(hundredths % 100)}`;
}

/** cmi.interactions.n.type knows no long text: it is a fill-in. */
const types = {
  'true-false': 'true-false', choice: 'choice', sequencing: 'sequencing', matching: 'matching', performance: 'performance', numeric: 'numeric', 'fill-in': 'fill-in', 'long-fill-in': 'fill-in',
} as const satisfies Record<Shape, string>;

/**
 * CMIFeedback, by type: t or f; single characters 0-9 and a-z parted by commas; pairs `source.target` parted by commas;
 * a decimal; a text of at most 255, which a performance is too.
 */
function feedback(said: Spoken, told: Interaction): string {
  switch (said.shape) {
    case 'true-false': return said.value ? 't' : 'f';
    case 'choice': case 'sequencing': return said.ids.map((id) => letter(id, told.choices)).join(',').slice(0, 255);
    case 'matching': return said.pairs.map(([slot, choice]) => `${letter(slot, told.slots)}.${letter(choice, told.choices)}`).join(',').slice(0, 255);
    case 'performance': return said.pairs.map((pair) => pair.join('.')).join(',').slice(0, 255);
    case 'numeric': return signed(said.value, 7);
    case 'fill-in': case 'long-fill-in': return said.text.replaceAll(/\s+/g, ' ').slice(0, 255).replace(/[\ud800-\udbff]$/, '');
  }
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** Ids that are single characters stand for themselves; others for their place among the item's ids. Beyond 36 there is no letter left. */
function letter(id: string, ids: string[]): string {
  return ids.every((one) => /^[a-z0-9]$/.test(one)) ? id : letters.charAt(Math.min(ids.indexOf(id), 35));
}

/** cmi.interactions.n.result: "wrong", not "incorrect"; a decimal for what is partly right. */
function result(value: Interaction['result']): string {
  if (typeof value === 'number') return decimal(value, 4);
  return value === 'incorrect' ? 'wrong' : value;
}

/** CMITime: HH:MM:SS.SS; of the learner's day, as the session is. */
function timeOfDay(at: string): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${two(Math.floor(date.getMilliseconds() / 10))}`;
}
