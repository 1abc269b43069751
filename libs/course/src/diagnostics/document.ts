import { diagnosticEntries } from './registry.js';

/** docs/diagnostics.md: every code with its meaning, made from the registry. */
export function diagnosticsMarkdown(): string {
  const sections = diagnosticEntries().map(([, entry]) => [
    `## ${entry.code}: ${entry.title}`,
    `*${entry.severity === 'error' ? 'Error' : 'Warning'}.* ${entry.explanation}`,
    `**Mend it:** ${entry.mend}`,
    ['```text', entry.example, '```'].join('\n'),
  ].join('\n\n'));
  const head = [
    '# What the course compiler says',
    'Generated from `libs/course/src/diagnostics/`; `npm run generate` writes it anew. '
    + 'An error keeps a course from being compiled; a warning does not. A code keeps its meaning for ever.',
  ];
  return `${[...head, ...sections].join('\n\n')}\n`;
}
