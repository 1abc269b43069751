import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Files by path; null takes one of the sample's files away. */
export type Files = Record<string, string | Uint8Array | null>;

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200" width="320" height="200"><title>Two boxes</title></svg>\n';

/** A small course without a single problem. */
export const sample: Record<string, string> = {
  'course.yaml': `id: sample
title: A sample course
language: en
description: A course to test with.
authors: [Ada]
licence: CC-BY-4.0
version: "1.0.0"
credits: Nobody.
completion:
  lessons: all
  checks: true
  assessments: [quiz]
success:
  assessments: [quiz]
`,
  'statements.yaml': `- {id: s1, text: Water boils when it is hot., section: Heat}
- {id: s2, text: Ice melts when it is warm., section: Heat}
`,
  'glossary.yaml': `- {id: steam, term: Steam, definition: Water as a gas.}
`,
  'units/01-heat/unit.yaml': `id: heat
title: Heat
summary: What heat does.
objectives:
  - {id: o1, text: Tell when water boils., statements: [s1]}
`,
  'units/01-heat/01-boiling.md': `---
id: boiling
title: Boiling
statements: [s1]
---
Why does a kettle sing? Because of :term[steam]{#steam}.

## What happens

![Two boxes](media/boxes.svg)

::check{item="c1"}
`,
  'units/01-heat/02-melting.md': `---
id: melting
title: Melting
statements: [s2]
---
Ice melts.

:::reflection{#r1}
When did you last see ice?
:::
`,
  'units/01-heat/checks.yaml': `- id: c1
  kind: true-false
  stem: Water boils when it is hot.
  statements: [s1]
  level: recall
  difficulty: easy
  correct: true
  feedback: {whenTrue: It does., whenFalse: It does.}
`,
  'units/01-heat/bank.yaml': `id: bank
title: Heat
items:
  - id: i1
    kind: single-choice
    stem: What does ice do when it is warm?
    statements: [s2]
    level: application
    difficulty: easy
    options:
      - {text: It melts., correct: true, feedback: It does.}
      - {text: It boils., feedback: Water boils.}
`,
  'units/01-heat/assessment.yaml': `id: quiz
title: Quiz
purpose: quiz
passMark: 0.5
sections:
  - id: main
    title: Heat
    draw: [{bank: bank, count: 1}]
`,
  'media/boxes.svg': svg,
};

/** Writes files into a folder. */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    if (content === null) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** Gives `use` the path of a fresh sample course with some files changed, and takes it away afterwards. */
export async function withCourse<T>(changes: Files, use: (folder: string) => Promise<T>): Promise<T> {
  const parent = await mkdtemp(join(tmpdir(), 'course-'));
  const folder = join(parent, 'sample');
  try {
    await writeFiles(folder, { ...sample, ...changes });
    return await use(folder);
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}
