/** What `find` walks over: windows, as far as another origin lets them be looked at. */
export interface Frame { parent: Frame | null; opener?: Frame | null; top?: Frame | null }

/** ADL's example gives up after 7 parents (SCORM 2004 RTE 3.3.6.1) and learning systems nest deeper; this only guards against a loop. */
const MOST_PARENTS = 500;

/**
 * An LMS's API objects by name, the nearest first: in this window and its parents, then in its opener and that one's
 * parents, then in the opener of the window that this one is a frame in. An object that several windows share stands once.
 */
export function findApis(start: Frame, name: string): object[] {
  return [...new Set([start, openerOf(start), openerOf(topOf(start))].flatMap((from) => (from === null ? [] : amongParents(from, name))))];
}

/** Whether there is a window in which an API may yet appear: none that is ours alone can get one. */
export function mayHaveLms(start: Frame): boolean {
  return read(() => start.parent) !== start || openerOf(start) !== null;
}

function amongParents(start: Frame, name: string): object[] {
  const found: object[] = [];
  let frame = start;
  for (let step = 0; step <= MOST_PARENTS; step += 1) {
    const api = apiIn(frame, name);
    if (api !== null) found.push(api);
    const parent = read(() => frame.parent);
    if (parent === null || parent === frame) break;
    frame = parent;
  }
  return found;
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
