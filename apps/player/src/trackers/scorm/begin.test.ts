import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { scorm12 } from '../scorm-1.2/edition.js';
import { scorm2004 } from '../scorm-2004/edition.js';
import { apiThatBegins } from './begin.js';
import type { Frame } from './find-api.js';

afterEach(() => void jest.useRealTimers());

describe('to begin', () => {
  const frame = (apis: { [name: string]: object }): Frame => {
    const top: Frame = { parent: null, ...apis };
    top.parent = top;
    return { parent: top, top };
  };
  const first = (answer: string, more: { [name: string]: unknown } = {}) => ({ LMSInitialize: () => answer, LMSGetLastError: () => '101', LMSGetValue: () => '', ...more });

  test('an LMS that is there is not waited for', async () => {
    jest.useFakeTimers();
    expect(await apiThatBegins(frame({ API: first('true') }), scorm12)).toMatchObject({ lastError: expect.any(Function) });
  });

  test('an LMS that shows itself two seconds late is found', async () => {
    jest.useFakeTimers();
    const late = frame({});
    const found = apiThatBegins(late, scorm12);
    setTimeout(() => Object.assign(late.parent ?? {}, { API: first('true') }), 2_000);
    await jest.advanceTimersByTimeAsync(2_100);
    expect(await found).toMatchObject({ lastError: expect.any(Function) });
  });

  test('one that never does is given up after five seconds, and at once where there is no window to wait for', async () => {
    jest.useFakeTimers();
    const found = apiThatBegins(frame({}), scorm12);
    await jest.advanceTimersByTimeAsync(5_100);
    expect(await found).toBe('none');
    const alone: Frame = { parent: null };
    alone.parent = alone;
    expect(await apiThatBegins(alone, scorm12)).toBe('none');
  });

  test('the nearest of two APIs that begins is taken', async () => {
    let begun = '';
    const far = first('true', { LMSInitialize: () => (begun = 'true') });
    const near: Frame = Object.assign(frame({ API: far }), { API: first('false') });
    expect(await apiThatBegins(near, scorm12)).toMatchObject({ lastError: expect.any(Function) });
    expect(begun).toBe('true');
  });

  test('what is called API and is none is passed over', async () => {
    jest.useFakeTimers();
    const found = apiThatBegins(frame({ API: { version: 3 } }), scorm12);
    await jest.advanceTimersByTimeAsync(5_100);
    expect(await found).toBe('silent');
  });

  test('an LMS that says no because it has begun already is taken at its word', async () => {
    const begun = first('false', { LMSGetValue: (element: string) => (element === 'cmi.core.lesson_mode' ? 'normal' : 'l-1'), LMSGetLastError: () => '0' });
    expect(await apiThatBegins(frame({ API: begun }), scorm12)).toMatchObject({ lastError: expect.any(Function) });
  });

  test('where both editions are there, each takes its own', async () => {
    const both = frame({ API: first('true'), API_1484_11: { Initialize: () => 'true', GetLastError: () => '0', GetValue: () => '2004' } });
    const api = await apiThatBegins(both, scorm2004);
    expect(typeof api === 'string' ? api : api.get('cmi.mode')).toBe('2004');
  });
});
