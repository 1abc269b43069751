import { describe, expect, test } from '@jest/globals';
import { compileCourse } from '../compiler/compiler.js';
import { provocations, type Provocation } from '../testing/provocations.js';
import { withCourse } from '../testing/sample-course.js';
import { diagnosticEntries } from './registry.js';

describe('every code of the compiler', () => {
  test.each(diagnosticEntries())('%s is said when its cause stands in the source, and points there', async (name, entry) => {
    const provocation: Provocation | undefined = provocations[name];
    expect(provocation).toBeDefined();
    await withCourse(provocation?.files ?? {}, async (folder) => {
      await provocation?.prepare?.(folder);
      const diagnostics = await (provocation?.run?.(folder) ?? compileCourse(folder).then((result) => result.diagnostics));
      const said = diagnostics.filter((diagnostic) => diagnostic.code === entry.code);
      expect(said.map((diagnostic) => `${diagnostic.file}:${diagnostic.line}:${diagnostic.column}`)).toContain(provocation?.at);
      expect(said.map((diagnostic) => diagnostic.severity)).toEqual(said.map(() => entry.severity));
    });
  });

  test('has a number of its own, in rising order', () => {
    const codes = diagnosticEntries().map(([, entry]) => entry.code);
    expect(codes).toEqual([...new Set(codes)].sort());
    for (const code of codes) expect(code).toMatch(/^PRE\d{4}$/);
  });

  test('explains itself in sentences', () => {
    for (const [, entry] of diagnosticEntries()) {
      expect(entry.explanation).toMatch(/\.$/);
      expect(entry.mend).toMatch(/\.$/);
      expect(entry.example).not.toBe('');
    }
  });
});
