import { describe, expect, test } from '@jest/globals';
import { findApis, mayHaveLms, type Frame } from './find-api.js';

const api = { LMSInitialize: () => 'true' };
const findApi = (start: Frame, name: string): object | null => findApis(start, name)[0] ?? null;
const top = (more: object = {}): Frame => {
  const frame: Frame = { parent: null, ...more };
  frame.parent = frame;
  return frame;
};
const inside = (parent: Frame, more: object = {}): Frame => ({ parent, top: parent, ...more });
/** A window of another host: only its place among the windows may be seen. */
const foreign = (parent: Frame | null): Frame => {
  const frame: Frame = new Proxy({ parent }, {
    get(target, name) {
      if (name === 'parent') return target.parent ?? frame;
      throw new DOMException('Blocked a frame from accessing a cross-origin frame.', 'SecurityError');
    },
  });
  return frame;
};

describe('the API of a learning system is found', () => {
  test('in the window itself, in its parent and many frames above', () => {
    expect(findApi(top({ API: api }), 'API')).toBe(api);
    let frame = top({ API: api });
    for (let depth = 0; depth < 60; depth += 1) frame = inside(frame);
    expect(findApi(frame, 'API')).toBe(api);
  });
  test('above a frame of another host', () => {
    expect(findApi(inside(foreign(top({ API: api }))), 'API')).toBe(api);
  });
  test('in the window that opened this one, and above it', () => {
    expect(findApi(top({ opener: inside(top({ API: api })) }), 'API')).toBe(api);
  });
  test('in the window that opened the window in which this is a frame', () => {
    expect(findApi(inside(top({ opener: top({ API: api }) })), 'API')).toBe(api);
  });
  test('under its own name only', () => {
    expect(findApi(inside(top({ API: api })), 'API_1484_11')).toBeNull();
  });
});

describe('the search ends', () => {
  test('where there is no API, whoever the parents are', () => {
    expect(findApi(top(), 'API')).toBeNull();
    expect(findApi(inside(foreign(null)), 'API')).toBeNull();
    expect(findApi(top({ opener: null }), 'API')).toBeNull();
  });
  test('where frames stand in a circle', () => {
    const [one, other]: [Frame, Frame] = [{ parent: null }, { parent: null }];
    one.parent = other;
    other.parent = one;
    expect(findApi(one, 'API')).toBeNull();
  });
});

describe('where an LMS has more than one API', () => {
  const other = { LMSInitialize: () => 'false' };
  test('the nearest comes first and each stands once', () => {
    expect(findApis(inside(inside(top({ API: api }), { API: other })), 'API')).toEqual([other, api]);
    expect(findApis(inside(top({ API: api }), { opener: top({ API: api }) }), 'API')).toEqual([api]);
  });
  test('the editions of SCORM are not mistaken for each other', () => {
    const both = inside(top({ API: api, API_1484_11: other }));
    expect([findApis(both, 'API'), findApis(both, 'API_1484_11')]).toEqual([[api], [other]]);
  });
});

test('a window by itself is not kept waiting for an LMS', () => {
  expect([mayHaveLms(top()), mayHaveLms(top({ opener: top() })), mayHaveLms(inside(top()))]).toEqual([false, true, true]);
});
