import type { CourseOutline } from '@preceptor/course/delivery';
import { emptyState, type TrackingState } from '../state.js';
import { attempts } from './attempts.js';
import { checks, lessons, reflections, summary, unknownTime, type Part } from './parts.js';
import { crc16, digits, fromPrintable, numberOf, toPrintable } from './printable.js';
import { EndOfData, RangeReader, RangeWriter, type Format } from './range-coder.js';
import { allRoom, roomSteps, type Room } from './room.js';

/** `text` is what to keep; `dropped` names what had no room, the least important first (the names of room.ts). */
export interface Suspended { text: string; dropped: string[] }
/**
 * `problem` is null where all of the text could be read (also of an empty one); 'damaged': some of it was saved, or none;
 * 'unknown-format': it is not ours or of a later format, and nothing was read. `forgotten` counts entries that this
 * version of the course does not know: they are of lessons and items that are gone, of items that have changed and are
 * asked again, of open attempts at assessments that have changed and begin again.
 */
export interface Resumed { state: TrackingState; problem: 'damaged' | 'unknown-format' | null; forgotten: number }

/** cmi.suspend_data of SCORM 1.2: CMIString4096 (SCORM 1.2 RTE 3.4.4). */
export const SUSPEND_LIMIT = 4096;
const mark = 'P2';
const formats: ReadonlyMap<string, Format> = new Map([['P1', 1], [mark, 2]]);
/** In the order in which they are written: what a cut leaves is what matters most. */
const parts: readonly [string, Part][] = [['s', summary], ['l', lessons], ['a', attempts], ['c', checks], ['r', reflections]];

/** Packs a state into at most `limit` characters of printable ASCII (docs/decisions/0004-state-encoding.md). What the outline doesn't know is left out. */
export function encodeState(state: TrackingState, outline: CourseOutline, options: { limit?: number } = {}): Suspended {
  const dropped: string[] = [];
  const sections = new Map<string, string>();
  let room: Room = allRoom;
  for (const step of roomSteps) {
    room = { ...room, ...step.change };
    let changed = false;
    for (const [name, part] of parts) {
      if (step.part !== undefined && step.part !== name) continue;
      const section = written(name, part, state, outline, room);
      changed ||= section !== sections.get(name);
      sections.set(name, section);
    }
    if (step.name !== null && changed) dropped.push(step.name);
    const text = mark + [...sections.values()].join('');
    if (text.length <= (options.limit ?? SUSPEND_LIMIT)) return { text, dropped };
  }
  return { text: '', dropped: [...dropped, 'everything'] };
}

/** Unpacks what `encodeState` packed, by whatever version of the course and of the format; never throws. */
export function decodeState(text: string, outline: CourseOutline): Resumed {
  const resumed: Resumed = { state: emptyState(), problem: null, forgotten: 0 };
  const trimmed = text.trim();
  if (trimmed === '') return resumed;
  const format = formats.get(trimmed.slice(0, mark.length));
  if (format === undefined) return { ...resumed, problem: 'unknown-format' };
  const sections = new Map(sectionsOf(trimmed).map((section) => [section.name, section]));
  for (const [name, part] of parts) {
    const section = sections.get(name);
    if (section === undefined || section.bytes === null) {
      resumed.problem = 'damaged';
      continue;
    }
    if (!section.whole) resumed.problem = 'damaged';
    try {
      resumed.forgotten += part(new RangeReader(section.bytes, section.whole, format), resumed.state, outline, allRoom);
    } catch (error) {
      if (!(error instanceof EndOfData)) throw error;
      resumed.problem = 'damaged';
    }
  }
  return withTimes(resumed);
}

function written(name: string, part: Part, state: TrackingState, outline: CourseOutline, room: Room): string {
  const coder = new RangeWriter();
  part(coder, { ...state }, outline, room);
  const body = toPrintable(coder.finish());
  return name + digits(body.length, 2) + digits(crc16(name + body), 3) + body;
}

/** `bytes` is null where a section is there but its sum is wrong; one that was cut short (`whole` false) is trusted as far as it goes. */
interface Section { name: string; bytes: Uint8Array | null; whole: boolean }
function sectionsOf(text: string): Section[] {
  const sections: Section[] = [];
  let at = mark.length;
  while (at + 6 <= text.length) {
    const name = text.charAt(at);
    const length = numberOf(text.slice(at + 1, at + 3));
    if (length === null || !parts.some(([known]) => known === name)) break; // a mangled head: what follows can't be found
    const body = text.slice(at + 6, at + 6 + length);
    const whole = body.length === length;
    if (whole) sections.push({ name, whole, bytes: crc16(name + body) === numberOf(text.slice(at + 3, at + 6)) ? fromPrintable(body) : null });
    else sections.push({ name, whole, bytes: fromPrintable(body.slice(0, body.length - (body.length % 5))) });
    at += 6 + length;
  }
  return sections;
}

/** Something was learnt here, though the part that says when is lost. */
function withTimes(resumed: Resumed): Resumed {
  const { state } = resumed;
  if (state.firstAt === null && (Object.keys(state.lessons).length > 0 || Object.keys(state.attempts).length > 0 || Object.keys(state.checks).length > 0)) {
    state.firstAt = state.lastAt = unknownTime;
  }
  return resumed;
}
