/**
 * Every way in which an event can be refused: the code is stable, the sentence is for the person who reads the answer.
 * `NAME` in a sentence stands for the field at fault.
 */
export const eventProblems = {
  EVENT_NOT_AN_OBJECT: 'An event is an object with id, type, at and session.',
  EVENT_TYPE_UNKNOWN: 'No event has this type.',
  EVENT_ID_INVALID: 'NAME must be a UUID.',
  EVENT_NAME_INVALID: 'NAME must be an id of the course: lower-case letters, digits and hyphens, at most 64, beginning with a letter.',
  EVENT_TIME_INVALID: 'NAME must be a time in UTC such as 2026-11-24T09:30:00.000Z.',
  EVENT_TIME_IN_FUTURE: 'NAME lies more than five minutes in the future: the clock of the device is wrong.',
  EVENT_TIME_TOO_EARLY: 'NAME lies before the year 2000: the clock of the device is wrong.',
  EVENT_NUMBER_INVALID: 'NAME must be a number within its bounds.',
  EVENT_BOOLEAN_INVALID: 'NAME must be true or false.',
  EVENT_TEXT_INVALID: 'NAME must be a text.',
  EVENT_TEXT_TOO_LONG: 'NAME is longer than is kept: shorten it.',
  EVENT_RESPONSE_INVALID: 'NAME must be an object with a value of plain JSON, and certainty 1, 2 or 3 if it has one.',
  EVENT_RESPONSE_TOO_LARGE: 'NAME is larger than any answer: at most 20,000 bytes, 2,000 values and 8 levels are kept.',
  EVENT_SCORE_INVALID: 'NAME must have raw and max, scaled between 0 and 1, and an outcome that is known.',
  EVENT_NOT_IN_COURSE: 'NAME is not in this version of the course.',
} as const;
export type EventProblemCode = keyof typeof eventProblems;
export interface EventProblem { code: EventProblemCode; /** the way to the field at fault, empty for the event itself */ path: string[]; message: string }

export function eventProblem(code: EventProblemCode, path: string[]): EventProblem {
  return { code, path, message: eventProblems[code].replace('NAME', path.join('.')) };
}
