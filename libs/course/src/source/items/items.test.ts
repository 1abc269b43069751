import { correctResponse, kinds, scoreResponse, viewOf, type Item, type Kind } from '@preceptor/assessment';
import { itemSchema } from '@preceptor/assessment/schema';
import { describe, expect, test } from '@jest/globals';
import { compileCourse } from '../../compiler/compiler.js';
import { sample, withCourse } from '../../testing/sample-course.js';
import { sourceKinds } from './index.js';

/** One item of each kind as an author writes it, below what all have. */
const written = {
  'single-choice': 'options: [{text: "*A*", correct: true, feedback: Yes.}, {text: B, feedback: No.}]',
  'multiple-response': 'scoring: partial\nmaxChoices: 2\noptions: [{text: A, correct: true, feedback: Yes.}, {text: B, correct: true, feedback: Yes.}, {text: C, feedback: No.}]',
  'true-false': 'correct: false\nfeedback: {whenTrue: No., whenFalse: Yes.}',
  matching: 'targets: [{id: x, text: X}, {id: y, text: Y}]\npremises: [{text: One, target: y, feedback: F.}, {text: Two, target: x, feedback: F.}]',
  ordering: 'elements: [{text: First}, {text: Second}, {text: Third}]',
  categorising: 'categories: [{id: x, text: X}, {id: y, text: Y}]\nelements: [{text: One, category: y, feedback: F.}]',
  'fill-in': 'accept: [melts, {pattern: "thaw(s|ed)?"}]\nfeedback: {correct: Yes., incorrect: No.}',
  numeric: 'value: 100\ntolerance: 1\nunits: [C, F]\nunit: C',
  cloze: 'text: "Ice {{verb}} when {{state}}."\ngaps:\n  - {id: verb, options: [{text: melts, correct: true, feedback: Yes.}, {text: burns, feedback: No.}]}\n  - {id: state, options: [{text: warm, correct: true, feedback: Yes.}, {text: cold, feedback: No.}]}',
  'extended-matching': 'options: [{id: ice, text: Ice}, {id: fog, text: Fog}]\nquestions: [{stem: Hard?, answer: ice, feedback: F.}, {stem: Soft?, answer: fog, feedback: F.}]',
  hotspot: 'image: media/boxes.svg\nalt: Two boxes\nregions:\n  - {label: Left, shape: rect, coords: [0, 0, 100, 100], correct: true, feedback: Yes.}\n  - {label: Right, shape: circle, coords: [200, 100, 50], feedback: No.}\n  - {label: Top, shape: polygon, coords: [0, 0, 10, 0, 10, 10], feedback: No.}',
  'long-text': 'maxWords: 200\nminWords: 20\nmodelAnswer: Like this.\nrubric: [{title: Clear, levels: [{points: 0, description: No}, {points: 2, description: Yes}]}]',
  'script-concordance': 'scale: [{id: less, text: Less}, {id: same, text: Same}, {id: more, text: More}]\nquestions:\n  - {hypothesis: If it is ice, finding: and it is warm, panel: {less: 8, same: 3}, feedback: Ice melts.}\n  - {hypothesis: If it is fog, finding: and it is cold, panel: {same: 2, more: 9}, feedback: Fog stays.}',
  'branching-case': 'steps:\n  - {id: first, text: It is **warm**., options: [{text: Wait, credit: 0.5, next: second, feedback: F.}, {text: Leave, feedback: F.}]}\n  - {id: second, text: It melts., options: [{text: Drink, credit: 1, feedback: F.}, {text: Spill, feedback: F.}]}',
  'graphic-gap-match': 'image: media/boxes.svg\nalt: Two boxes\nlabels: [{id: ice, text: Ice}, {id: fog, text: Fog}]\nregions:\n  - {label: Left, shape: rect, coords: [0, 0, 100, 100], answer: fog, feedback: F.}\n  - {label: Right, shape: circle, coords: [200, 100, 50], answer: ice, feedback: F.}',
  matrix: 'perRow: several\ncolumns: [{id: hard, text: Hard}, {id: wet, text: Wet}]\nrows: [{text: Ice, answer: hard, feedback: F.}, {text: Slush, answer: [wet, hard], feedback: F.}]',
  slider: 'min: 0\nmax: 200\nstep: 10\nvalue: 100\ntolerance: 10\nunit: °C\nminLabel: cold\nmaxLabel: hot',
  'graphic-order': 'image: media/boxes.svg\nalt: Two boxes\nscoring: partial\nregions:\n  - {label: Second, shape: rect, coords: [0, 0, 100, 100]}\n  - {label: First, shape: circle, coords: [200, 100, 50]}',
  upload: 'accept: ["audio/*", application/pdf]\nmaxMegabytes: 5\nrecord: audio\nmodelAnswer: Like this.\nrubric: [{title: Clear, levels: [{points: 0, description: No}, {points: 2, description: Yes}]}]',
  passage: 'passage: Ice **melts**.\nquestions:\n  - {stem: When?, options: [{text: Warm, correct: true, feedback: Yes.}, {text: Cold, feedback: No.}]}\n  - {stem: Into?, several: true, options: [{text: Water, correct: true, feedback: Yes.}, {text: Steam, correct: true, feedback: Yes.}, {text: Sand, feedback: No.}]}',
} satisfies Record<Kind, string>;

async function compileItem(kind: Kind, lines: string): Promise<Item> {
  const bank = `${sample['units/01-heat/bank.yaml']}  - id: i2\n    kind: ${kind}\n    stem: What **now**?\n    statements: [s2]\n    level: recall\n    difficulty: easy\n${lines.replace(/^/gm, '    ')}\n`;
  const { course, diagnostics } = await withCourse({ 'units/01-heat/bank.yaml': bank }, compileCourse);
  expect(diagnostics).toEqual([]);
  const item = course?.banks[0]?.items[1];
  if (item === undefined) throw new Error('the item did not compile');
  return item;
}

describe('every kind of item', () => {
  test('can be written', () => {
    expect(Object.keys(sourceKinds).sort()).toEqual([...kinds].sort());
  });

  test.each(Object.entries(written) as [Kind, string][])('%s compiles to what the assessment room can score and show', async (kind, lines) => {
    const item = await compileItem(kind, lines);
    expect(itemSchema.safeParse(item).error).toBeUndefined();
    expect(item.stemHtml).toBe('<p>What <strong>now</strong>?</p>');
    expect(item.lessons).toEqual(['melting']);
    const byPerson = { 'long-text': 'An answer.', upload: { file: 'f', name: 'a.pdf', mediaType: 'application/pdf', bytes: 9 } };
    const right = scoreResponse(item, { value: kind === 'long-text' || kind === 'upload' ? byPerson[kind] : correctResponse(item) });
    expect(right.outcome).toBe(kind in byPerson ? 'pending' : 'correct');
    expect(viewOf(item).kind).toBe(kind);
  });
});

test('a kind that is no word is said to be wrong, and stops nobody', async () => {
  const bank = sample['units/01-heat/bank.yaml']?.replace(/kind: .*/, 'kind: 7') ?? '';
  const { course, diagnostics } = await withCourse({ 'units/01-heat/bank.yaml': bank }, compileCourse);
  expect(course).toBeNull();
  expect(diagnostics).toContainEqual(expect.objectContaining({ severity: 'error', file: 'units/01-heat/bank.yaml' }));
});

describe('texts of an item', () => {
  test('give choices their ids by letter, and their HTML without a paragraph around it', async () => {
    const item = await compileItem('single-choice', written['single-choice']);
    expect(item.content).toEqual({ options: [{ id: 'a', html: '<em>A</em>' }, { id: 'b', html: 'B' }] });
    expect(item.feedback.byChoice).toEqual({ a: '<p>Yes.</p>', b: '<p>No.</p>' });
  });

  test('of a cloze hold a place for each gap', async () => {
    const item = await compileItem('cloze', written.cloze);
    expect(item.content).toMatchObject({ textHtml: '<p>Ice <span data-gap="verb"></span> when <span data-gap="state"></span>.</p>' });
  });

  test('tell a false statement apart by what was chosen', async () => {
    const item = await compileItem('true-false', written['true-false']);
    expect(item.key).toEqual({ correct: false });
    expect(item.feedback.byChoice).toEqual({ true: '<p>No.</p>', false: '<p>Yes.</p>' });
  });
});
