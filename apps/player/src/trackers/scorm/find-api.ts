/** What `find` walks over: windows, as far as another origin lets them be looked at. */
export interface Frame { parent: Frame | null; opener?: Frame | null; top?: Frame | null }

/** ADL's example gives up after 7 parents (SCORM 2004 RTE 3.3.6.1) and learning systems nest deeper; this only guards against a loop. */
const MOST_PARENTS = 500;

/** Looks for an LMS's API object by name: in this window and its parents, then in its opener and that one's parents. */
export function findApi(start: Frame, name: string): object | null {
  for (const from of [start, openerOf(start), openerOf(topOf(start))]) {
    const found = from === null ? null : amongParents(from, name);
    if (found !== null) return found;
  }
  return null;
}

function amongParents(start: Frame, name: string): object | null {
  let frame = start;
  for (let step = 0; step <= MOST_PARENTS; step += 1) {
    const api = apiIn(frame, name);
    if (api !== null) return api;
    const parent = read(() => frame.parent);
    if (parent === null || parent === frame) return null;
    frame = parent;
  }
  return null;
}

/** A window of another origin refuses everything but its place among the others: then the search goes on above it. */
function apiIn(frame: Frame, name: string): object | null {
  const api = read(() => (frame as unknown as { [name: string]: unknown })[name] ?? null);
  return typeof api === 'object' || typeof api === 'function' ? api : null;
}

const openerOf = (frame: Frame | null): Frame | null => (frame === null ? null : read(() => frame.opener ?? null));
const topOf = (frame: Frame): Frame | null => read(() => frame.top ?? null);

function read<T>(what: () => T): T | null {
  try {
    return what();
  } catch {
    return null;
  }
}
