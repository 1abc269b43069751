/** Item lint: what goes against published guidance on how items are written, while they are written. Runs in a browser. */
export { lintCodes, type LintCode } from './code.js';
export type { Finding, LintContext, LintReport, Severity, Waiver } from './finding.js';
export { lintBank, lintItem } from './lint.js';
export { lintRules } from './registry.js';
export type { LintRule } from './rule.js';
export { keyPositions, type KeyPlace, type KeyPositionCount } from './bank/key-position.js';
export { alike, type Pair } from './bank/likeness.js';
