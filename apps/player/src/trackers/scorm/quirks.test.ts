import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { decodeState, progressOf, usualReporting, type TrackingState } from '@preceptor/tracking';
import { contractEvents, sampleOutline } from '@preceptor/tracking/contract';
import { scorm12 } from '../scorm-1.2/edition.js';
import { scorm2004 } from '../scorm-2004/edition.js';
import type { Edition } from './edition.js';
import { lmsApi, numberOf } from './lms-api.js';
import { ScormTracker } from './scorm-tracker.js';
import type { ScormSurroundings } from './surroundings.js';

const outline = sampleOutline();
const editions = [['1.2', scorm12], ['2004', scorm2004]] as const;
const passed = () => [...contractEvents.all(), ...contractEvents.submitted()];
afterEach(() => void jest.useRealTimers());

/** An LMS that does as it is told, and how each differs. `values` is what it holds, `calls` what was asked of it. */
function lms(edition: Edition, start: { [element: string]: string } = {}) {
  const { calls: names, elements } = edition;
  const values = new Map<string, string>(Object.entries({ [elements.learnerId]: 'l-1', [elements.learnerName]: 'Doe, Jane', [elements.mode]: 'normal', 'cmi.interactions._count': '0', ...start }));
  const calls: string[] = [];
  const api: { [name: string]: ((element: string, value: string) => unknown) | undefined } = {
    [names.initialize]: () => 'true',
    [names.terminate]: () => 'true',
    [names.commit]: () => 'true',
    [names.get]: (element) => values.get(element) ?? '',
    [names.set]: (element, value) => String(Boolean(values.set(element, value))),
    [names.lastError]: () => '0',
  };
  const device = new Map<string, string>();
  const found = new Proxy(api, {
    get(target, name) {
      const method = target[String(name)];
      if (method === undefined) return undefined;
      return (...given: [string, string]): unknown => {
        if (name !== names.lastError && name !== names.get) calls.push([String(name), ...given].join(' ').trim());
        return method(...given);
      };
    },
  });
  const open = (more: Partial<ScormSurroundings> = {}): ScormTracker => new ScormTracker(edition, lmsApi(found, names), {
    outline, reporting: usualReporting, isPart: false, close: () => {}, itemOf: () => undefined, seconds: () => 120,
    keep: { get: (key) => device.get(key) ?? null, set: (key, value) => Boolean(device.set(key, value)), remove: (key) => void device.delete(key) }, ...more,
  });
  const held = () => progressOf(decodeState(values.get(elements.suspendData) ?? '', outline).state, outline);
  return { api, found, names, values, calls, device, open, held, written: () => calls.filter((call) => call.startsWith(names.set) || call.startsWith(names.commit)) };
}

describe.each(editions)('an LMS of SCORM %s', (_name, edition) => {
  const is12 = edition === scorm12;

  test.each<[string, unknown, unknown]>([['the word "true"', 'true', 'false'], ['a boolean', true, false], ['a number', 1, 0], ['a number in a text', '1', '0'], ['nothing', undefined, 'false']])('that answers with %s is understood', async (_what, yes, no) => {
    const { api, names, open, held } = lms(edition);
    const states: string[] = [];
    const [set, commit] = [api[names.set], api[names.commit]];
    api[names.set] = (element, value) => (set?.(element, value) === 'true' ? yes : no);
    api[names.commit] = () => yes;
    const tracker = open();
    tracker.onState((state) => states.push(state));
    await tracker.launch();
    await tracker.record(contractEvents.all());
    expect([states.at(-1), held()]).toEqual(['saved', expect.objectContaining({ acknowledged: true })]);
    api[names.commit] = () => no;
    await tracker.record(contractEvents.after());
    expect(states.at(-1)).toBe('waiting');
    api[names.commit] = commit;
    tracker.terminate();
  });

  test('that has no way to say what went wrong is believed', async () => {
    const { api, names, open, held } = lms(edition);
    delete api[names.lastError];
    const set = api[names.set];
    api[names.set] = (element, value) => void set?.(element, value);
    const tracker = open();
    await tracker.launch();
    await tracker.record(contractEvents.all());
    tracker.terminate();
    expect(held()).toMatchObject(contractEvents.progress());
  });

  test.each([4096, 1024])('that cuts what is longer than %d characters gets a state that fits, and gives it back whole', async (room) => {
    const { api, names, values, open, held } = lms(edition);
    const set = api[names.set];
    api[names.set] = (element, value) => set?.(element, element === edition.elements.suspendData ? value.slice(0, room) : value);
    const tracker = open({ reporting: { status: 'passed-failed', interactions: 'all', exit: 'suspend-until-done', suspendLimit: 64_000 } });
    await tracker.launch();
    await tracker.record([...contractEvents.all(), ...longReflections(room * 3)]);
    tracker.terminate();
    expect(values.get(edition.elements.suspendData)?.length).toBeLessThanOrEqual(room);
    expect(decodeState(values.get(edition.elements.suspendData) ?? '', outline).problem).toBeNull();
    expect(held()).toMatchObject({ acknowledged: true, bookmark: { lesson: 'lesson-0-1' }, assessments: { final: { openAttempt: { responses: { 'final-1': { value: 'c' } } } } } });
  });

  test('that refuses what is too long gets less', async () => {
    const { api, names, values, open, held } = lms(edition);
    const set = api[names.set];
    api[names.set] = (element, value) => (element === edition.elements.suspendData && value.length > 1024 ? 'false' : set?.(element, value));
    const tracker = open({ reporting: { status: 'passed-failed', interactions: 'all', exit: 'suspend-until-done', suspendLimit: 64_000 } });
    await tracker.launch();
    await tracker.record([...contractEvents.all(), ...longReflections(4096)]);
    tracker.terminate();
    expect(values.get(edition.elements.suspendData)?.length).toBeLessThanOrEqual(1024);
    expect(held().bookmark).toMatchObject({ lesson: 'lesson-0-1' });
  });

  test('that cuts only when it stores is found out at the next launch on the same device, and nothing is lost', async () => {
    const first = lms(edition);
    const tracker = first.open();
    await tracker.launch();
    await tracker.record(contractEvents.all());
    tracker.terminate();
    const { suspendData, entry } = edition.elements;
    first.values.set(suspendData, (first.values.get(suspendData) ?? '').slice(0, 20)).set(entry, 'resume');
    expect(await first.open().launch()).toMatchObject({ notice: null, progress: contractEvents.progress() });
  });

  test('that says "resume" and gives nothing back: the device knows better, and another device says what is lost and makes nothing up', async () => {
    const first = lms(edition);
    const tracker = first.open();
    await tracker.launch();
    await tracker.record(contractEvents.all());
    tracker.terminate();
    const { suspendData, entry } = edition.elements;
    first.values.set(suspendData, '').set(entry, 'resume');
    expect(await first.open().launch()).toMatchObject({ notice: null, progress: contractEvents.progress() });
    const elsewhere = lms(edition, { [entry]: 'resume' });
    expect(await elsewhere.open().launch()).toMatchObject({ notice: 'lost-progress', progress: { acknowledged: false, bookmark: null, score: null } });
  });

  test('that begins a new attempt is not given the old one by the device', async () => {
    const first = lms(edition);
    const tracker = first.open();
    await tracker.launch();
    await tracker.record(contractEvents.all());
    tracker.terminate();
    first.values.set(edition.elements.suspendData, '').set(edition.elements.location, '').set(edition.elements.entry, 'ab-initio');
    expect(await first.open().launch()).toMatchObject({ notice: null, progress: { acknowledged: false, bookmark: null } });
  });

  test.each(['review', 'browse'])('that launches for %s is told nothing at all, and the learner why', async (mode) => {
    const { calls, device, open, names } = lms(edition, { [edition.elements.mode]: mode });
    const tracker = open();
    const { notice } = await tracker.launch();
    await tracker.record(passed());
    tracker.flush();
    tracker.terminate();
    tracker.terminate();
    expect([notice, calls, device.size]).toEqual([mode, [names.terminate], 0]);
  });

  test.each(['', 'Normal', 'unheard-of'])('that says "%s" of the mode is reported to as in the normal one', async (mode) => {
    const { open, held } = lms(edition, { [edition.elements.mode]: mode });
    const tracker = open();
    expect(await tracker.launch()).toMatchObject({ mode: 'normal', notice: null });
    await tracker.record(contractEvents.all());
    tracker.terminate();
    expect(held()).toMatchObject(contractEvents.progress());
  });

  test('that gives no credit is told as ever, so that the learner finds her place again: it is the LMS that does not count it', async () => {
    const told = async (credit: string): Promise<string[]> => {
      const { open, written } = lms(edition, { [is12 ? 'cmi.core.credit' : 'cmi.credit']: credit });
      const tracker = open();
      await tracker.launch();
      await tracker.record(passed());
      tracker.terminate();
      return written().filter((call) => !call.includes('suspend_data'));
    };
    expect(await told('no-credit')).toEqual(await told('credit'));
  });

  test.each([['0', '20', '16'], ['0', '50', '40'], ['1', '5', '4.2'], ['0', '20,0', '16'], ['0', '100', '80'], ['', '', '80'], ['5', '1', '80']])('that has set scores from "%s" to "%s" is told 80 %% as %s', async (min, max, raw) => {
    const { score } = edition.elements;
    const { values, open } = lms(edition, { [`${score}.min`]: min, [`${score}.max`]: max });
    const tracker = open();
    await tracker.launch();
    await tracker.record(passed());
    expect(values.get(`${score}.raw`)).toBe(raw);
    if (raw !== '80') expect([values.get(`${score}.min`), values.get(`${score}.max`)]).toEqual([min, max]);
    if (!is12) expect(values.get('cmi.score.scaled')).toBe('0.8');
    tracker.terminate();
  });

  test('whose pass mark is another, and written with a comma, is told what the course says, once and without contradiction', async () => {
    const { values, open } = lms(edition, { 'cmi.student_data.mastery_score': '90,0', 'cmi.scaled_passing_score': '0,9' });
    const tracker = open();
    await tracker.launch();
    await tracker.record(passed());
    tracker.terminate();
    const statuses = is12 ? ['cmi.core.lesson_status'] : ['cmi.success_status'];
    expect(statuses.map((element) => values.get(element))).toEqual([is12 ? 'incomplete' : 'passed']);
  });

  test('whose setting of values throws for a while is asked again, the learner told meanwhile', async () => {
    jest.useFakeTimers();
    const { api, names, open, held } = lms(edition);
    const set = api[names.set];
    const states: string[] = [];
    api[names.set] = () => {
      throw new Error('the connection is gone');
    };
    const tracker = open();
    tracker.onState((state) => states.push(state));
    await tracker.launch();
    await tracker.record(contractEvents.all());
    expect(states.at(-1)).toBe('waiting');
    api[names.set] = set;
    await jest.advanceTimersByTimeAsync(3_000);
    expect([states.at(-1), held().acknowledged]).toEqual(['saved', true]);
    tracker.terminate();
  });

  test('whose commits fail is asked again, ever more patiently', async () => {
    jest.useFakeTimers();
    const { api, names, calls, open } = lms(edition);
    api[names.commit] = () => 'false';
    const tracker = open();
    await tracker.launch();
    await tracker.record(contractEvents.all());
    await jest.advanceTimersByTimeAsync(600_000);
    const commits = calls.filter((call) => call === names.commit).length;
    expect([commits > 8, commits < 20]).toEqual([true, true]);
    api[names.commit] = () => 'true';
    tracker.terminate();
  });

  test.each([...edition.sessionOver])('whose session is over (error %d) is told to the learner, and the next launch reports what she did', async (code) => {
    const first = lms(edition);
    const notices: (string | null)[] = [];
    const tracker = first.open();
    tracker.onNotice((notice) => notices.push(notice));
    await tracker.launch();
    const { api, names } = first;
    const kept = { ...api };
    for (const name of [names.set, names.commit, names.terminate]) api[name] = () => 'false';
    api[names.lastError] = () => String(code);
    await tracker.record(contractEvents.all());
    tracker.terminate();
    expect(notices).toEqual(['session-over']);
    Object.assign(api, kept);
    expect((await first.open().launch()).progress).toMatchObject(contractEvents.progress());
  });

  test('that takes the page away when the session ends has everything by then, and is told of the end once', async () => {
    const { api, names, calls, open, held } = lms(edition);
    const tracker = open();
    api[names.terminate] = () => {
      tracker.terminate(); // the page is hidden and left while the call still runs
      tracker.flush();
      return 'true';
    };
    await tracker.launch();
    await tracker.record(contractEvents.all());
    tracker.terminate();
    expect([calls.filter((call) => call === names.terminate).length, calls.at(-1)]).toEqual([1, names.terminate]);
    expect(held()).toMatchObject(contractEvents.progress());
  });

  test('whose learner leaves by the button of the course is asked to close it, suspended while something is left to do', async () => {
    const asked = async (more: Partial<ScormSurroundings>, all: boolean): Promise<string | undefined> => {
      const { values, open } = lms(edition);
      const tracker = open(more);
      await tracker.launch();
      if (all) await tracker.record(passed());
      await tracker.leave();
      return values.get('adl.nav.request');
    };
    const normal = { status: 'passed-failed', interactions: 'all', exit: 'normal' } as const;
    expect([await asked({}, true), await asked({ reporting: normal }, true), await asked({ reporting: normal, isPart: true }, true)]).toEqual(is12 ? [undefined, undefined, undefined] : ['suspendAll', 'exitAll', 'suspendAll']);
    let closed = 0;
    await asked({ close: () => void (closed += 1) }, false);
    expect(closed).toBe(1);
  });

  const allowedTimes: [allowed: string, action: string, seconds: number | undefined][] = is12
    ? [['0001:30:00', '', 5_400], ['00:00:30.5', 'exit,message', 30.5], ['00:30:00', 'continue,message', undefined], ['', '', undefined], ['soon', '', undefined]]
    : [['PT1H30M', 'exit,message', 5_400], ['P1DT2M', 'exit,no message', 86_520], ['PT30.5S', '', 30.5], ['PT30M', 'continue,no message', undefined], ['', 'continue,no message', undefined], ['P1Y', 'exit,message', undefined]];
  test.each(allowedTimes)('that allows a time of "%s" with the action "%s" has the course keep to it, in seconds: %s', async (allowed, action, seconds) => {
    const { elements } = edition;
    const { open } = lms(edition, { [elements.maxTime]: allowed, [elements.timeLimitAction]: action });
    expect((await open().launch()).timeLimitSeconds).toBe(seconds);
  });

  test('in two tabs at once is not told by one what takes back what the other has told', async () => {
    const { open, held, calls, names } = lms(edition);
    const [first, second] = [open(), open()];
    const heard: TrackingState[] = [];
    await first.launch();
    await second.launch();
    first.onKnown((state) => heard.push(state));
    await second.record(contractEvents.all());
    expect(heard).toEqual([]);
    first.flush();
    expect(held()).toMatchObject(contractEvents.progress());
    expect(heard.map((state) => progressOf(state, outline))).toMatchObject([contractEvents.progress()]);
    first.flush();
    expect(heard).toHaveLength(1);
    first.terminate();
    second.terminate();
    expect([held(), calls.filter((call) => call === names.terminate).length]).toEqual([expect.objectContaining({ acknowledged: true }), 2]);
  });

  test('objectives and interactions are told in their places, each id once', async () => {
    const { values, open } = lms(edition);
    const tracker = open();
    await tracker.launch();
    await tracker.record(passed());
    tracker.terminate();
    const ids = [...values].filter(([element]) => /^cmi\.objectives\.\d+\.id$/.test(element)).map(([, id]) => id);
    expect([ids.length, new Set(ids).size]).toEqual([outline.units.length, ids.length]);
  });
});

test.each([['80', 80], ['80,0', 80], [' 0.8 ', 0.8], ['', null], ['many', null], ['1e2', 100]])('the number %j of an LMS is read', (text, number) => {
  expect(numberOf(text)).toBe(number);
});

/** Texts that no encoding makes much shorter. */
function longReflections(characters: number) {
  let seed = 1;
  const letter = (): string => 'abcdefghij klmnopqrst uvwxyz'.charAt((seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 1) % 27);
  return [0, 1].map((which) => ({
    id: `0193553e-7000-7000-8000-00000000020${which}`, at: new Date(Date.now() - 100_000 + which).toISOString(), session: '0193553e-7000-7000-8000-000000000001',
    type: 'reflection-saved' as const, reflection: `reflection-${which}`, lesson: contractEvents.lesson, text: Array.from({ length: characters }, letter).join(''),
  }));
}
