/** Looks at anybody's package as an importing LMS would, and plays it. For Node. */
export { verifyMarkdown } from './findings/document.js';
export { findingEntries, registry as findingRegistry, type FindingName } from './findings/registry.js';
export type { FindingEntry } from './findings/entry.js';
export { defaultLimits, type Limits } from './limits.js';
export { verifyInProcess, VerifyProcessError, type ProcessOptions } from './process.js';
export { verificationHtml } from './report/html.js';
export { behaviours, standardWords, verdictWords } from './report/words.js';
export { verifyPackage } from './verify.js';
export { packageStandards, type Activity, type Finding, type PackageFacts, type PackageStandard, type Severity, type Verification, type VerifyOptions } from './verification.js';
export type { ActivityRehearsal, CallFault, CallSummary, Rehearsal } from '../rehearsal/rehearsal.js';
