import { defaultLimits } from '../limits.js';
import type { Severity } from '../verification.js';
import { findingEntries } from './registry.js';

const words: Record<Severity, string> = { error: 'Error', warning: 'Warning', info: 'Good to know' };
const groups: [start: string, title: string][] = [['VER0', 'The zip'], ['VER1', 'The manifest'], ['VER2', 'The files'], ['VER3', 'Sequencing'], ['VER4', 'Pages and scripts'], ['VER5', 'cmi5'], ['VER6', 'What playing it shows']];

const guide = `# Verify a package

Before an LMS sees a package, ours or anybody's, this says what it would object to, and plays it:

\`\`\`sh
npx preceptor verify course.zip
\`\`\`

It reads SCORM 1.2, SCORM 2004 (2nd, 3rd and 4th Edition) and cmi5. Every finding has a code that keeps its meaning for
ever, the file with line and column where there is one, a sentence, and what to do about it.

| option | |
| --- | --- |
| \`--json\` | everything as JSON: \`verdict\` is \`fine\`, \`objections\` or \`refused\`; then \`package\`, \`findings\`, \`counts\`, \`rehearsal\` |
| \`--report FILE\` | a page for people as well, complete in itself, without a script |
| \`--no-play\` | look at the files alone |
| \`--timeout SECONDS\` | most seconds that playing may take, 120 unless said otherwise |

| exit code | means |
| --- | --- |
| 0 | no LMS would object; warnings and things good to know may be there |
| 1 | at least one error, or the package was refused |
| 2 | the command line is wrong, or there is no such file |
| 130 | stopped with Ctrl+C |

## How it is played

Chromium opens each SCO or AU behind scorm-again, or for cmi5 behind a small LRS, on 127.0.0.1. Files come straight out
of the zip; what is asked of other servers is blocked and told. The rehearsal answers every question by its first
choice, clicks what looks like going on (next, continue, start, submit, and the like in six languages), leaves in the
middle as an LMS takes a frame away, comes back, and goes on until the activity says that it is completed, nothing is
left to click, or a limit is met. It does not know the right answers, so a course with a test ends as failed: that is a
result too. Coming back is tried with the first two activities of a package.

Chromium is the one that CHROMIUM_PATH names, or one at a usual place. Without one the report says so, and everything
else is there.

## What is refused

Whoever opens a stranger's zip must not be harmed by it. Names, links, sizes and overlaps are checked before anything is
unpacked, nothing is written to the disk, and the manifest is parsed without entities, document types or a network. The
limits: ${defaultLimits.entries.toLocaleString('en')} files, ${defaultLimits.totalBytes / 2 ** 30} GiB unzipped, ${defaultLimits.ratio} unzipped bytes for each zipped one, a manifest of ${defaultLimits.manifestBytes / 2 ** 20} MiB. Pages and
scripts above ${defaultLimits.textBytes / 2 ** 20} MiB are weighed, but not read.

## What it says

Generated from \`libs/packaging/src/verify/findings/\`; \`npm run generate\` writes this page anew.`;

/** docs/verify.md: how to use it, and every code with its meaning, made from the registry. */
export function verifyMarkdown(): string {
  const sections = groups.flatMap(([start, title]) => [
    `### ${title}`,
    ...findingEntries().filter(([, { code }]) => code.startsWith(start)).flatMap(([, entry]) => [
      `#### ${entry.code}: ${entry.title}`,
      `*${words[entry.severity]}.* ${entry.explanation}`,
      `**What to do:** ${entry.mend}`,
    ]),
  ]);
  return `${[guide, ...sections].join('\n\n')}\n`;
}
