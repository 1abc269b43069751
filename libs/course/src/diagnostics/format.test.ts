import { describe, expect, test } from '@jest/globals';
import { compileCourse } from '../compiler/compiler.js';
import { sample, withCourse } from '../testing/sample-course.js';
import type { Diagnostic } from './diagnostic.js';
import { formatDiagnostic, formatDiagnostics, summaryOf } from './format.js';

const one: Diagnostic = {
  code: 'PRE0210', severity: 'error', message: 'The key "licens" is not known here.', help: 'Did you mean "licence"?',
  file: 'course.yaml', line: 7, column: 1, endLine: 7, endColumn: 7, excerpt: 'licens: CC-BY-4.0',
};

describe('a diagnostic on a terminal', () => {
  test('shows code, place, the source line underlined, and how to mend it', () => {
    expect(formatDiagnostic(one, { prefix: 'courses/x/' })).toBe([
      'error[PRE0210]: The key "licens" is not known here.',
      ' --> courses/x/course.yaml:7:1',
      '  |',
      '7 | licens: CC-BY-4.0',
      '  | ^^^^^^',
      '  = help: Did you mean "licence"?',
    ].join('\n'));
  });

  test('keeps the marks under the words where a line is long', () => {
    const excerpt = `${'before '.repeat(40)}wrong${' after'.repeat(40)}`;
    const lines = formatDiagnostic({ ...one, column: 281, endColumn: 286, excerpt }).split('\n');
    const source = lines[3] ?? '';
    const marks = lines[4] ?? '';
    expect(source.length).toBeLessThan(120);
    expect(source.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('wrong');
  });

  test('counts wide characters as terminals draw them', () => {
    const marks = formatDiagnostic({ ...one, column: 3, endColumn: 5, excerpt: '漢字ab' }).split('\n')[4];
    expect(marks).toBe('  |     ^^');
  });

  test('shows no control character of the source', () => {
    expect(formatDiagnostic({ ...one, excerpt: 'a\u001b[2Jb\u202ec', message: '\u001b[31mx' }).replaceAll('\n', ' ')).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  test('is coloured only when asked', () => {
    expect(formatDiagnostic(one)).not.toContain('\u001b[');
    expect(formatDiagnostic(one, { color: true })).toContain('\u001b[1;31merror[PRE0210]\u001b[0m');
  });

  test('ends with the sum', () => {
    expect(summaryOf([one, { ...one, severity: 'warning' }, one])).toBe('2 errors, 1 warning');
    expect(formatDiagnostics([])).toBe('0 errors, 0 warnings');
  });
});

describe('one run', () => {
  test('tells every problem of every file, in the order of files and lines, and none because of another', async () => {
    const changes = {
      'course.yaml': (sample['course.yaml'] ?? '').replace('licence', 'licens').replace('"1.0.0"', '1.0').replace('lessons: all', 'lessons: every'),
      'statements.yaml': '- {id: s1, text: One., section: Heat}\n- {id: s2, section: Heat}\n',
      'units/01-heat/bank.yaml': (sample['units/01-heat/bank.yaml'] ?? '').replace('kind: single-choice', 'kind: single'),
    };
    await withCourse(changes, async (folder) => {
      const { course, diagnostics } = await compileCourse(folder);
      expect(course).toBeNull();
      expect(diagnostics.map((each) => `${each.file}:${each.line} ${each.code} ${each.help}`)).toEqual([
        'course.yaml:1 PRE0211 Add licence: a text.',
        'course.yaml:6 PRE0210 Did you mean "licence"?',
        'course.yaml:7 PRE0212 Put it in quotation marks: "1".',
        'course.yaml:10 PRE0213 It is one of all and none.',
        'statements.yaml:2 PRE0211 Add text: a text.',
        'units/01-heat/bank.yaml:5 PRE0513 The kinds are single-choice, multiple-response, true-false, matching, ordering, categorising, fill-in, numeric, cloze, extended-matching, hotspot, long-text, script-concordance, branching-case, graphic-gap-match, matrix, slider, graphic-order, upload, passage.',
      ]);
    });
  });
});
