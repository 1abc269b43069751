import type { Reporter } from '../diagnostics/diagnostic.js';
import type { DiagnosticName } from '../diagnostics/registry.js';
import { nearest } from '../diagnostics/suggest.js';
import type { IdKind, IdPlace, Part } from '../parts/part.js';

/** Ids of these kinds share one name space: a learner's progress hangs on them. */
const ofTheCourse: ReadonlySet<IdKind> = new Set(['unit', 'lesson', 'item', 'reflection', 'assessment', 'bank']);

const unknown: Partial<Record<IdKind, DiagnosticName>> = {
  statement: 'unknown-statement', lesson: 'unknown-lesson', item: 'unknown-item', bank: 'unknown-bank',
  unit: 'unknown-unit', assessment: 'unknown-assessment', term: 'unknown-term',
};

/** Ids of these kinds name files in a package: see `packageContents` of packaging. */
const named: ReadonlySet<IdKind> = new Set(['lesson', 'assessment']);
/** What other files there are called, and what Windows keeps for devices (Win32 "Naming Files"). */
const reserved = /^(search|glossary|con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** Reports ids that are defined twice or kept for something else, and ids that are named and not defined. `unread`: kinds of which some file could not be read, so that nothing is said of them. */
export function checkReferences(parts: readonly Part<unknown>[], unread: ReadonlySet<IdKind>, reporter: Reporter): void {
  const defined = new Map<IdKind, Map<string, IdPlace>>();
  const spaces = new Map<string, IdPlace>();
  for (const place of parts.flatMap((part) => part.defines)) {
    const ids = defined.get(place.kind) ?? new Map<string, IdPlace>();
    defined.set(place.kind, ids);
    if (!ids.has(place.id)) ids.set(place.id, place);
    if (named.has(place.kind) && reserved.test(place.id)) reporter.report('reserved-id', place.file, place.span, `"${place.id}" cannot be the id of ${article(place.kind)} ${place.kind}: a package has a use for that name.`);
    const space = `${spaceOf(place)} ${place.id}`;
    const first = spaces.get(space);
    if (first === undefined) spaces.set(space, place);
    else {
      reporter.report('duplicate-id', place.file, place.span,
        `The id "${shown(place.id)}" of this ${place.kind} is already that of ${article(first.kind)} ${first.kind} in ${first.file.path}:${first.span.line}.`);
    }
  }
  for (const place of parts.flatMap((part) => part.mentions)) {
    const name = unknown[place.kind];
    const ids = defined.get(place.kind);
    if (name === undefined || ids?.has(place.id) === true || unread.has(place.kind)) continue;
    const near = nearest(place.id, ids?.keys() ?? []);
    reporter.report(name, place.file, place.span, `There is no ${place.kind} "${shown(place.id)}".`, near === null ? undefined : `Did you mean "${near}"?`);
  }
}

function spaceOf(place: IdPlace): string {
  if (ofTheCourse.has(place.kind)) return 'course';
  return place.kind === 'section' ? `section of ${place.file.path}` : place.kind;
}

function article(word: string): string {
  return /^[aeiou]/.test(word) ? 'an' : 'a';
}

function shown(id: string): string {
  return id.length > 64 ? `${id.slice(0, 64)}…` : id;
}
