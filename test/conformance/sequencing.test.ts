import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { packageOptionsOf, type PackageOptions } from '@preceptor/course/delivery';
import { partsFor, standards } from '@preceptor/packaging';
import { Scorm2004API } from 'scorm-again';
import { twoUnits } from '../fixtures/two-units.js';
import { activityTree } from './activity-tree.js';

const editions = ['scorm-2004-2', 'scorm-2004-3', 'scorm-2004-4'] as const;
type Edition = (typeof editions)[number];

/** What a part tells the LMS before it is left; `exit` is `suspend` until it is done. */
interface Told { completed?: boolean; success?: 'passed' | 'failed'; score?: number }

/** What is used of scorm-again, which ships no types of it. */
interface Api {
  reset(): void;
  lmsInitialize(parameter: ''): string;
  lmsSetValue(element: string, value: string): string;
  lmsFinish(parameter: ''): string;
  processNavigationRequest(request: string, target?: string): boolean;
  setSequencingEventListeners(listeners: { onActivityDelivery: (activity: { id: string }) => void }): void;
  getActivityTrackingData(id: string): Standing | null;
}
interface Standing { completionStatus: string; successStatus: string; attemptCompletionAmount: number; score: number | null }

/** An LMS that knows the course by its manifest alone: who may open what, and what it makes of what parts report. */
class Lms {
  readonly #api: Api;
  readonly #passesByCompletion: boolean;
  #open: string | null = null;

  constructor(edition: Edition, options: Partial<PackageOptions>) {
    const course = twoUnits();
    const chosen = packageOptionsOf({}, options);
    const parts = partsFor(edition, course, chosen.structure);
    const manifest = standards[edition].manifest?.write(course, parts, [...parts.map(({ launch }) => launch), 'player.js'], chosen) ?? '';
    this.#passesByCompletion = chosen.order === 'in-order';
    this.#api = new Scorm2004API({ sequencing: { activityTree: activityTree(manifest) }, logLevel: 5 }) as Api;
    this.#api.setSequencingEventListeners({ onActivityDelivery: ({ id }) => void (this.#open = id) });
  }

  /** What is open after the learner asked for this: "start", "continue", "previous", or a part by its id. */
  asks(request: string): string | null {
    const direct = ['start', 'continue', 'previous'].includes(request);
    const granted = direct ? this.#api.processNavigationRequest(request) : this.#api.processNavigationRequest('choice', `item-${request}`);
    if (!granted) return 'refused';
    return this.#open?.replace('item-', '') ?? null;
  }

  /** The part that is open is played and left. */
  plays({ completed = true, success, score }: Told = {}): void {
    this.#api.reset();
    expect(this.#api.lmsInitialize('')).toBe('true');
    const set = (element: string, value: string): void => expect([element, this.#api.lmsSetValue(element, value)]).toEqual([element, 'true']);
    set('cmi.completion_status', completed ? 'completed' : 'incomplete');
    set('cmi.progress_measure', completed ? '1' : '0.5');
    if (score !== undefined) set('cmi.score.scaled', String(score));
    // As the player says it: nothing decides, so it is passed once complete where the next part waits for it.
    set('cmi.success_status', success ?? (completed && this.#passesByCompletion ? 'passed' : 'unknown'));
    set('cmi.exit', completed ? 'normal' : 'suspend');
    expect(this.#api.lmsFinish('')).toBe('true');
  }

  /** What the LMS makes of the whole course. */
  standing(): Standing | null {
    return this.#api.getActivityTrackingData('org-lighthouse');
  }
}

// scorm-again says on the console what it delivers, whatever its log level is.
beforeAll(() => void jest.spyOn(console, 'debug').mockImplementation(() => {}));
afterAll(() => void jest.restoreAllMocks());

describe.each(editions)('an LMS of %s', (edition) => {
  test('in order, refuses the second lesson until the first is done, and the next unit until the one before it is', () => {
    const lms = new Lms(edition, { structure: 'lessons', order: 'in-order' });
    expect(lms.asks('start')).toBe('rhythm');
    expect(lms.asks('colour')).toBe('refused');
    lms.plays({ completed: false });
    expect(lms.asks('colour')).toBe('refused');
    expect(lms.asks('rhythm')).toBe('rhythm');
    lms.plays();
    expect(lms.asks('lamp')).toBe('refused');
    expect(lms.asks('colour')).toBe('colour');
    lms.plays();
    expect(lms.asks('lamp')).toBe('refused');
    expect(lms.asks('quiz')).toBe('quiz');
    lms.plays({ score: 0.2 });
    expect(lms.asks('lamp')).toBe('lamp');
    lms.plays();
    expect(lms.asks('rhythm')).toBe('rhythm');
  });

  test('in order, opens the next unit by "next" too, and not before', () => {
    const lms = new Lms(edition, { structure: 'units', order: 'in-order' });
    expect(lms.asks('start')).toBe('light');
    lms.plays({ completed: false });
    expect(lms.asks('continue')).toBe('refused');
    expect(lms.asks('light')).toBe('light');
    lms.plays();
    expect(lms.asks('continue')).toBe('keeping');
  });

  test.each(['units', 'lessons'] as const)('makes of a course in %s completed and passed, by the score of the final alone', (structure) => {
    const lms = new Lms(edition, { structure, order: 'free' });
    const parts = structure === 'units' ? ['light', 'keeping'] : ['rhythm', 'colour', 'quiz', 'lamp', 'final'];
    lms.asks('start');
    for (const part of parts) {
      if (part !== parts[0]) expect(lms.asks(part)).toBe(part);
      expect(lms.standing()?.completionStatus).not.toBe('completed');
      expect(lms.standing()?.successStatus).toBe('unknown');
      if (part === 'quiz') lms.plays({ score: 0.1 });
      else if (part === parts.at(-1)) lms.plays({ score: 0.9, success: 'passed' });
      else lms.plays();
    }
    expect(lms.standing()).toMatchObject({ completionStatus: 'completed', successStatus: 'passed', score: 0.9 });
  });

  test('makes failed of a failed final, and passed of a second attempt at it', () => {
    const lms = new Lms(edition, { structure: 'units', order: 'free' });
    lms.asks('start');
    lms.plays();
    lms.asks('keeping');
    lms.plays({ completed: false, score: 0.5, success: 'failed' });
    expect(lms.standing()).toMatchObject({ successStatus: 'failed' });
    lms.asks('keeping');
    lms.plays({ score: 0.8, success: 'passed' });
    expect(lms.standing()).toMatchObject({ completionStatus: 'completed', successStatus: 'passed' });
  });

  test('onwards only, opens what comes next, and refuses to go back and to choose', () => {
    const lms = new Lms(edition, { structure: 'lessons', order: 'forward-only' });
    expect(lms.asks('start')).toBe('rhythm');
    lms.plays();
    expect(lms.asks('final')).toBe('refused');
    expect(lms.asks('continue')).toBe('colour');
    lms.plays();
    expect(lms.asks('previous')).toBe('refused');
    expect(lms.asks('rhythm')).toBe('refused');
    expect(lms.asks('continue')).toBe('quiz');
    lms.plays();
    expect(lms.asks('continue')).toBe('lamp');
    lms.plays();
    expect(lms.asks('previous')).toBe('refused');
  });

  test('in any order, opens whatever is chosen', () => {
    const lms = new Lms(edition, { structure: 'lessons', order: 'free' });
    lms.asks('start');
    lms.plays();
    expect(lms.asks('final')).toBe('final');
    lms.plays({ completed: false });
    expect(lms.asks('previous')).toBe('lamp');
  });
});

test('the fourth edition weighs the parts: two things of five are two fifths of the course', () => {
  const lms = new Lms('scorm-2004-4', { structure: 'lessons', order: 'free' });
  lms.asks('start');
  lms.plays();
  // rhythm counts its text and its check, beside colour, lamp and the final; the quiz counts for nothing.
  expect(lms.standing()?.attemptCompletionAmount).toBeCloseTo(2 / 5, 3);
});
