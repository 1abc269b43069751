/** The course compiler: course source -> compiled course, with a compiler's diagnostics. For Node. */
export type * from './compiled.js';
export type { KeptWork } from './compiler/kept-work.js';
export { compileCourse, CourseCompiler, type CompileResult } from './compiler/compiler.js';
export { sortDiagnostics, type Diagnostic } from './diagnostics/diagnostic.js';
export { formatDiagnostic, formatDiagnostics, summaryOf } from './diagnostics/format.js';
export { diagnosticsMarkdown } from './diagnostics/document.js';
export { registry as diagnosticRegistry, type DiagnosticEntry, type DiagnosticName, type Severity } from './diagnostics/registry.js';
export { canonicalJson, sha256 } from './canonical.js';
export { generateSchemas } from './source/json-schemas.js';
export { lookAtMedium, type LookedAtMedium } from './media/one-file.js';
export { directionOf } from './parts/language.js';
export { compiledCourseSchema } from './compiled-schema.js';
export { readBank, type WrittenBank, type WrittenItem } from './source/bank-documents.js';
export { mergeItem, wholeItem, type FieldConflict, type Merged } from './source/merge-items.js';
export { newBank, writeBank } from './source/write-bank.js';
export { packageOptionsSchema } from './source/packaging.js';
export { bankOf, withAssessment, type ComingAssessment, type Composed } from './compose/with-assessment.js';
export { writeAssessment } from './source/write-assessment.js';
