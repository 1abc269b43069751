/**
 * What a player, a server and a package need of a compiled course: pure functions without any Node API, parser or
 * schema library, so that a browser bundle may import them.
 */
export type * from './delivery/contract.js';
export type * from './delivery/question-frame.js';
export { defaultPackageOptions, packageOptionsOf, type PackageOptions } from './package-options.js';
export { outlineOf } from './delivery/outline.js';
export { revisionsOf, type Revisions } from './delivery/revisions.js';
export { assessmentContent, lessonContent, lessonView } from './delivery/content.js';
export { companionNames, companionsOf, itemsMet, kindsApart, type Companion, type KindApart } from './delivery/companions.js';
export { glossary, searchEntries } from './delivery/search.js';
export { itemById, itemPlaces, itemsTaught, type ItemPlace } from './delivery/items.js';
export { traceability, type Traceability, type TraceRow } from './delivery/traceability.js';
