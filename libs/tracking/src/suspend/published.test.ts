import { expect, test } from '@jest/globals';
import type { Kind } from '@preceptor/assessment';
import type { CourseOutline } from '@preceptor/course/delivery';
import { contractEvents } from '../contract-events.js';
import { progressOf } from '../progress.js';
import { sampleOutline } from '../sample-course.js';
import { busyLearner } from '../sample-learner.js';
import { decodeState, encodeState } from './suspend.js';

/** Texts as packages wrote them whose player knew ids alone. LMSs hold such texts for years: they are never to be made again. */
const contractText = 'P1s0D4X^dQV)M6Zm@J;MIl0E1f:2?=U^r2sfikJy;a0s0b*1]]r-Z~$O3YNyTs4ge4U000000038{^5ThK0QPEJgYYr#)@!J(XYm{c0C7,(1]]tI/hxOFU:r0S6af1]]d;*Mcpw4fZNVQxiaW^Wr/)u[@';
const allKindsText = 'P1s0E6C2dQV)Tv/o}Dp_c6l0U0iF5X1kdlbl46$tT^WB/h5p(YMdcZj#*Wa2X1BN3jhoexDcO$5dtz0B9xUuFo}FO(22BQ;x-U9vjW4.;??HvLmEp?s0WM4XiIa~!IfnR1nRuPz{[~HjSPKjDPqi*N,ytMUeFb|mbB*eUAXU9?Vai{5:@3afUuVt0=MBRTlxRF4k)AwFt0^hN1GtiKv$$64A4x[eKlRdV$1Bc.WU8OqjLgakFA[SdWxM**;S{68do69oqZ=Nr85c2m1ho6r=r*mjMX@L4;AimZ7X:5*A!b$s$,.xU8e??KWSbt2VVRnA,J#;0M@T],I4N1wIo2z90^*]S.jmq9Y}gUG;uMVl[dO5UZ0ZLI]r.mQIk=Ahg4IK))VF/dMBAPBl}P-V]prj}Juzs*kqqkvy_JcjUFXH#t0G5Sd-$[0OE4ut1(*Oj1j}H@#C#zs/Q/D!:cnYr9|YTgeq?WHzD9d=h|]i#$loYx[r0P4a43jhezu./a~Y}HcYeBG,f-rwj6';
const allKinds: Kind[] = ['single-choice', 'multiple-response', 'true-false', 'matching', 'ordering', 'categorising', 'fill-in', 'numeric', 'cloze', 'extended-matching', 'hotspot', 'long-text'];

/** The same course as a later compiler has it: every check and assessment says its revision. */
function withRevisions(outline: CourseOutline): CourseOutline {
  const later = structuredClone(outline);
  for (const { lessons, assessment } of later.units) {
    for (const check of lessons.flatMap(({ checks }) => checks)) check.revision = 'aaaaaa';
    if (assessment !== null) assessment.revision = 'bbbbbb';
  }
  return later;
}

test.each([['as it was', (outline: CourseOutline) => outline], ['as it is compiled now', withRevisions]])('a learner whose package is replaced resumes from what the old one wrote, with the course %s', (_how, later) => {
  const resumed = decodeState(contractText, later(sampleOutline()));
  expect(resumed).toMatchObject({ problem: null, forgotten: 0 });
  expect(progressOf(resumed.state, later(sampleOutline()))).toMatchObject(contractEvents.progress());

  const outline = later(sampleOutline({ units: 3, lessonsPerUnit: 3, checksPerLesson: 2, kinds: allKinds }));
  const before = progressOf(busyLearner(outline, { attempts: 4, openResponses: 6, reflectionText: 'Mine.' }), outline);
  const { state, problem } = decodeState(allKindsText, outline);
  const after = progressOf(state, outline);
  expect([problem, after.checks, after.reflections, after.success, after.completion]).toEqual([null, before.checks, before.reflections, before.success, before.completion]);
  expect(after.assessments['final']).toMatchObject({ attempts: before.assessments['final']?.attempts, best: expect.closeTo(before.assessments['final']?.best ?? 0, 9), openAttempt: { responses: before.assessments['final']?.openAttempt?.responses } });
  // From here on it is written as it is now, and nothing of it is lost.
  const again = encodeState(state, outline).text;
  expect(again.slice(0, 2)).toBe('P2');
  expect(decodeState(again, outline)).toEqual({ state, problem: null, forgotten: 0 });
});

test('what an old package wrote and an LMS then cut gives what stands before the cut', () => {
  const outline = sampleOutline({ units: 3, lessonsPerUnit: 3, checksPerLesson: 2, kinds: allKinds });
  const whole = progressOf(decodeState(allKindsText, outline).state, outline);
  for (let length = 1; length < allKindsText.length; length++) {
    const { state, problem } = decodeState(allKindsText.slice(0, length), outline);
    expect(problem).not.toBeNull();
    for (const [id, check] of Object.entries(progressOf(state, outline).checks)) expect(check).toEqual(whole.checks[id]);
  }
});
