import { describe, expect, test } from '@jest/globals';
import { everySample, sampleItems } from '../sample-items.js';
import { canExpress, csvTemplate, exportItems, importItems, type FormatName, type ImportOptions, type ImportResult } from './index.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string | Uint8Array, format: FormatName, options?: ImportOptions, path = 'questions'): Promise<ImportResult> => importItems([{ path, bytes: typeof text === 'string' ? bytes(text) : text }], format, options);
const kindsOf = ({ items }: ImportResult): string[] => items.map(({ item }) => item.kind);
const codes = (notes: readonly { code: string }[] | undefined): string[] => (notes ?? []).map(({ code }) => code);

describe('GIFT', () => {
  const file = `// a comment
$CATEGORY: $course$/Bread

::Flour:: What is bread made of? { =Flour#Yes ~Sand#No. ~%50%Some sand }

Dough is {~cold =kneaded ~fried} before it is baked.

::T::Yeast is alive.{TRUE#It is.#Right.}

How many grams? {#500:10}

Between? {#1..5}

What rises? {=yeast =*dough}

Pairs. {=Milk -> Cheese =Grape -> Wine = -> Bread}

Which are grains? {~%50%rye ~%50%oats ~%-100%peas}

Write of bread. {}
`;
  test('every kind of question of the format is read, with what it says', async () => {
    const result = await read(file, 'gift');
    expect(result.failures).toEqual([]);
    expect(kindsOf(result)).toEqual(['single-choice', 'single-choice', 'true-false', 'numeric', 'numeric', 'fill-in', 'matching', 'multiple-response', 'long-text']);
    expect(result.items[0]).toMatchObject({ line: 4, item: { id: 'flour', stemHtml: '<p>What is bread made of?</p>', key: { correct: 'a' }, feedback: { byChoice: { a: '<p>Yes</p>', b: '<p>No.</p>' } } } });
    expect(codes(result.items[0]?.report.lost)).toEqual(['partly-right']);
    expect(result.items[1]?.item.stemHtml).toBe('<p>Dough is _____ before it is baked.</p>');
    expect(result.items[2]?.item.feedback).toEqual({ byChoice: { false: '<p>It is.</p>', true: '<p>Right.</p>' } });
    expect(result.items[4]?.item.key).toMatchObject({ value: 3, tolerance: 2 });
    expect(result.items[5]?.item.key).toMatchObject({ accept: [{ text: 'yeast' }, { pattern: '.{0,50}dough' }] });
    expect(result.items[6]?.item.content).toMatchObject({ targets: [{ html: 'Cheese' }, { html: 'Wine' }, { html: 'Bread' }] });
    expect(result.items[7]?.item.key).toEqual({ correct: ['a', 'b'], scoring: 'partial' });
  });

  test('a bad question is listed with its line, and the good ones come in', async () => {
    const result = await read('Good {=a ~b}\n\nOnly text\n\nOpen {=a ~b\n\n{=x ~y} twice {=z}\n\nNo number {#many}\n\nGood too {T}', 'gift');
    expect(kindsOf(result)).toEqual(['single-choice', 'true-false']);
    expect(result.failures.map(({ line, code }) => [line, code])).toEqual([[3, 'no-answers'], [5, 'unclosed'], [7, 'several-answers'], [9, 'bad-number']]);
  });
});

test('Aiken: choices with . or ), and questions that are not finished are listed', async () => {
  const result = await read('What rises?\nA. Stone\nB) Dough\nANSWER: B\n\nNo answer\nA. One\nB. Two\n\nWrong\nA. One\nB. Two\nANSWER: D\n\nTrue it is\nA. True\nB. False\nANSWER: A\n', 'aiken');
  expect(kindsOf(result)).toEqual(['single-choice', 'true-false']);
  expect(result.items[0]?.item.key).toEqual({ correct: 'b' });
  expect(result.failures.map(({ line, code }) => [line, code])).toEqual([[6, 'incomplete'], [13, 'bad-answer']]);
});

describe('CSV', () => {
  test('the template is read as it is, one item of each kind that a row can hold', async () => {
    const result = await read(csvTemplate(), 'csv');
    expect(result.failures).toEqual([]);
    expect(kindsOf(result)).toEqual(['single-choice', 'multiple-response', 'true-false', 'matching', 'categorising', 'extended-matching', 'ordering', 'fill-in', 'numeric']);
  });

  test('columns with other names are mapped, letters name choices, and bad rows are listed with line and reason', async () => {
    const result = await read('Frage;Richtig;choice 1;choice 2\r\n"Was\r\nsteigt?";B;Stein;Teig\r\nFalsch;C;x;y\r\nGut;1;x;y\r\n', 'csv', { columns: { stem: 'Frage', correct: 'Richtig' } });
    expect(result.items.map(({ item, line }) => [item.stemHtml, item.key, line])).toEqual([['<p>Was<br>steigt?</p>', { correct: 'b' }, 2], ['<p>Gut</p>', { correct: 'a' }, 5]]);
    expect(result.failures).toEqual([{ file: 'questions', line: 4, item: 'Falsch', code: 'bad-cell', reason: 'The column "correct" names "C", and there are 2 to choose from.' }]);
  });

  test('a file of a spreadsheet in Windows-1252 keeps its letters', async () => {
    const result = await read(Uint8Array.from('stem,correct,choice 1,choice 2\nCaf\xe9?,1,\x80,b', (char) => char.charCodeAt(0)), 'csv');
    expect(result.items[0]?.item).toMatchObject({ stemHtml: '<p>Café?</p>', content: { options: [{ html: '€' }, { html: 'b' }] } });
  });

  test('no cell starts a formula in a spreadsheet', () => {
    const formulas = ['=1+1', '+cmd', '-2+3', '@sum', '\t=1', ' =1', "'=1"];
    const [file] = exportItems([{ ...sampleItems['fill-in'], key: { ...sampleItems['fill-in'].key, accept: formulas.map((text) => ({ text })) } }], 'csv').files;
    const cells = (file?.text ?? '').split('\r\n')[1]?.split(',').map((cell) => cell.replace(/^"/, '')) ?? [];
    expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
    for (const formula of formulas) expect(file?.text).toContain(`'${formula}`);
  });
});

describe('Moodle XML', () => {
  const quiz = (inner: string): string => `<?xml version="1.0"?>\n<quiz>\n${inner}\n</quiz>`;
  const question = (type: string, inner: string): string => `<question type="${type}"><name><text>Bread ${type}</text></name><questiontext format="html"><text><![CDATA[<p>Ask <b>this</b></p>]]></text></questiontext>${inner}</question>`;
  const answer = (fraction: string, text: string): string => `<answer fraction="${fraction}" format="html"><text>${text}</text><feedback format="html"><text>of ${text}</text></feedback></answer>`;

  test('questions of Moodle come in with their grade, feedback and tags; unknown types are listed', async () => {
    const result = await read(quiz([
      question('multichoice', `<defaultgrade>2</defaultgrade><penalty>0.33</penalty><single>true</single><shuffleanswers>0</shuffleanswers>${answer('100', 'yes')}${answer('0', 'no')}<tags><tag><text>bread</text></tag></tags>`),
      question('truefalse', answer('0', 'true') + answer('100', 'false')),
      question('shortanswer', `<usecase>1</usecase>${answer('100', 'yeast')}${answer('50', 'rise')}`),
      question('numerical', '<answer fraction="100"><text>12.5</text><tolerance>0.5</tolerance></answer>'),
      question('ordering', `<gradingtype>ALL_OR_NOTHING</gradingtype>${answer('2', 'second')}${answer('1', 'first')}`),
      question('essay', '<minwordlimit>5</minwordlimit><maxwordlimit>50</maxwordlimit>'),
      question('calculated', ''),
      question('multichoice', `<single>true</single>${answer('0', 'a')}`),
    ].join('\n')), 'moodle-xml');
    expect(kindsOf(result)).toEqual(['single-choice', 'true-false', 'fill-in', 'numeric', 'ordering', 'long-text']);
    expect(result.items[0]).toMatchObject({ item: { id: 'bread-multichoice', maxScore: 2, shuffle: false, tags: ['bread'], feedback: { byChoice: { a: 'of yes' } } }, report: { lost: [{ code: 'hints' }] } });
    expect(codes(result.items[2]?.report.lost)).toEqual(['partly-right', 'choice-feedback']);
    expect(result.items[4]?.item.content).toMatchObject({ elements: [{ html: 'first' }, { html: 'second' }] });
    expect(result.items[5]?.item.content).toEqual({ minWords: 5, maxWords: 50 });
    expect(result.failures.map(({ line, code }) => [line, code])).toEqual([[9, 'unknown-kind'], [10, 'one-correct']]);
  });

  test('embedded answers become gaps', async () => {
    const result = await read(quiz('<question type="cloze"><name><text>gaps</text></name><questiontext format="html"><text><![CDATA[<p>Flour and {1:MULTICHOICE:=water#Yes~%0%oil} and {:MC:salt~%100%yeast}.</p>]]></text></questiontext></question>'), 'moodle-xml');
    expect(result.items[0]?.item).toMatchObject({
      kind: 'cloze', content: { textHtml: '<p>Flour and <span data-gap="g1"></span> and <span data-gap="g2"></span>.</p>', gaps: [{ id: 'g1', options: [{ id: 'a', html: 'water' }, { id: 'b', html: 'oil' }] }, { id: 'g2' }] },
      key: { gaps: { g1: 'a', g2: 'd' } }, feedback: { byChoice: { a: 'Yes' } },
    });
  });
});

describe('QTI', () => {
  const item2 = `<?xml version="1.0" encoding="UTF-8"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="Bread_01" title="Bread" adaptive="false" timeDependent="false">
  <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse><value>ChoiceB</value></correctResponse></responseDeclaration>
  <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
  <itemBody>
    <p>Look at the dough. <img src="pictures/dough.png" alt="Dough"/></p>
    <choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="1">
      <prompt>What does it need?</prompt>
      <simpleChoice identifier="ChoiceA">Sand<feedbackInline outcomeIdentifier="FEEDBACK" identifier="ChoiceA" showHide="show">No.</feedbackInline></simpleChoice>
      <simpleChoice identifier="ChoiceB">Time &amp; warmth</simpleChoice>
    </choiceInteraction>
  </itemBody>
  <responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>
</assessmentItem>`;

  test('an item of another tool comes in, its picture is named for the caller to copy', async () => {
    const result = await read(item2, 'qti-2.1', {}, 'items/bread.xml');
    expect(result.failures).toEqual([]);
    expect(result.items[0]?.item).toMatchObject({
      id: 'bread-01', kind: 'single-choice', shuffle: false, key: { correct: 'choiceb' },
      stemHtml: '<p>Look at the dough. <img src="media/dough.png" alt="Dough"></p>\n<p>What does it need?</p>',
      content: { options: [{ id: 'choicea', html: 'Sand' }, { id: 'choiceb', html: 'Time &#x26; warmth' }] }, feedback: { byChoice: { choicea: 'No.' } },
    });
    expect(result.media).toEqual([{ file: 'items/pictures/dough.png', as: 'media/dough.png' }]);
    expect(codes(result.items[0]?.report.changed)).toEqual(['choice-ids', 'id']);
  });

  test('a package is read by its manifest; what it names and does not hold is listed', async () => {
    const manifest = '<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="m"><organizations/><resources><resource identifier="a" type="imsqti_item_xmlv2p1" href="a%20b.xml"/><resource identifier="b" type="imsqti_item_xmlv2p1" href="gone.xml"/><resource identifier="c" type="webcontent" href="c.png"/></resources></manifest>';
    const result = await importItems([{ path: 'imsmanifest.xml', bytes: bytes(manifest) }, { path: 'a b.xml', bytes: bytes(item2) }, { path: 'not-named.xml', bytes: bytes('<x/>') }], 'qti-2.1');
    expect(result.items).toHaveLength(1);
    expect(result.failures.map(({ code, item }) => [code, item])).toEqual([['missing-file', 'b']]);
  });

  test('a match whose places take several choices comes in as a matrix, and a slider with steps of its own', async () => {
    const whole = (declaration: string, body: string): Uint8Array => bytes(`<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="food" title="Food" adaptive="false" timeDependent="false">${declaration}<itemBody><p>Which?</p>${body}</itemBody><responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/></assessmentItem>`);
    const one = (set: string): string => `<simpleMatchSet>${[...set].map((id) => `<simpleAssociableChoice identifier="${id}" matchMax="3">${id} it is</simpleAssociableChoice>`).join('')}</simpleMatchSet>`;
    const match = whole('<responseDeclaration identifier="RESPONSE" cardinality="multiple" baseType="directedPair"><correctResponse><value>A C</value><value>A D</value><value>B D</value></correctResponse></responseDeclaration>', `<matchInteraction responseIdentifier="RESPONSE" shuffle="true" maxAssociations="4">${one('AB')}${one('CDE')}</matchInteraction>`);
    const slider = whole('<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="integer"><correctResponse><value>16</value></correctResponse></responseDeclaration>', '<sliderInteraction responseIdentifier="RESPONSE" lowerBound="0" upperBound="100" step="4"/>');
    const { items, failures } = await importItems([{ path: 'match.xml', bytes: match }, { path: 'slider.xml', bytes: slider }], 'qti-2.1');
    expect(failures).toEqual([]);
    expect(items.map(({ item: { kind, content, key } }) => ({ kind, content, key }))).toMatchObject([
      { kind: 'matrix', content: { perRow: 'several' }, key: { answers: { a: ['c', 'd'], b: ['d'] } } },
      { kind: 'slider', content: { min: 0, max: 100, step: 4 }, key: { value: 16, tolerance: 0 } },
    ]);
  });

  test('an export names its version, type and pictures as the standard wants them', () => {
    const written = everySample.filter((item) => canExpress(item, 'qti-3.0').extent !== 'none');
    for (const [format, type, root] of [['qti-2.1', 'imsqti_item_xmlv2p1', 'assessmentItem'], ['qti-2.2', 'imsqti_item_xmlv2p2', 'assessmentItem'], ['qti-3.0', 'imsqti_item_xmlv3p0', 'qti-assessment-item']] as const) {
      const { files, media, refused } = exportItems(written, format);
      expect(refused.map(({ item }) => item)).toEqual(format === 'qti-3.0' ? [] : [sampleItems['graphic-gap-match'].id]);
      expect(files).toHaveLength(written.length + 1 - refused.length);
      expect(files[0]?.text).toContain(`type="${type}"`);
      expect(files[1]?.text).toContain(`<${root} `);
      expect(media).toEqual(['media/room.svg']);
    }
    const three = exportItems(everySample, 'qti-3.0').files.slice(1).map(({ text }) => text).join('');
    expect(three).not.toMatch(/<[a-z]+[A-Z]|\s[a-z]+[A-Z]\w*="/.exec(three.replaceAll(/xsi:schemaLocation/g, ''))?.[0] ?? 'none');
  });
});

test('another system scores a QTI export as Preceptor does: shares of right and wrong choices are in its mapping', () => {
  const text = exportItems([{ ...sampleItems['multiple-response'], maxScore: 6 }], 'qti-2.1').files[1]?.text ?? '';
  expect([...text.matchAll(/mapKey="(\w)" mappedValue="([-\d.]+)"/g)].map(([, id, value]) => [id, value])).toEqual([['a', '-3'], ['b', '2'], ['c', '-3'], ['d', '2'], ['e', '2']]);
  expect(text).toContain('<mapping lowerBound="0" upperBound="6" defaultValue="0">');
});

test('several files of one import get ids of their own, also beside those of the bank', async () => {
  const file = { path: 'a.gift', bytes: bytes('::flour:: Q {T}') };
  const { items } = await importItems([file, file], 'gift', { takenIds: ['flour'] });
  expect(items.map(({ item }) => item.id)).toEqual(['flour-2', 'flour-3']);
});

test('what an item is where its file says nothing is the caller to say', async () => {
  const { items } = await read('Q {T}', 'gift', { defaults: { level: 'judgement', statements: ['s01'], tags: ['imported'] } });
  expect(items[0]?.item).toMatchObject({ level: 'judgement', difficulty: 'medium', statements: ['s01'], tags: ['imported'] });
});

test('what a format cannot hold is said before, with a reason', () => {
  expect(canExpress(sampleItems.hotspot, 'gift')).toMatchObject({ extent: 'none', reason: 'GIFT has no areas on pictures.' });
  expect(codes(canExpress(sampleItems['fill-in'], 'moodle-xml').report.lost)).toEqual(['pattern']);
});
