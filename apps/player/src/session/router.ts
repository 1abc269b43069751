/** A place in the player, as its address says it after `#`. */
export type Route =
  | { name: 'start' }
  | { name: 'lesson'; id: string }
  | { name: 'assessment'; id: string }
  | { name: 'item'; id: string }
  | { name: 'glossary'; term: string | null }
  | { name: 'search'; query: string }
  | { name: 'result' };

/** Reads an address. What nobody knows is the start: an LMS may have joined its own parameters with `#` (SCORM 2004 CAM 3.4.1.6). */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const [, name, rawId = ''] = path.split('/');
  const id = decoded(rawId);
  switch (name) {
    case 'lesson':
    case 'assessment':
    case 'item':
      return id === '' ? { name: 'start' } : { name, id };
    case 'glossary':
      return { name, term: id === '' ? null : id };
    case 'search':
      return { name, query: new URLSearchParams(query).get('q') ?? '' };
    case 'result':
      return { name };
    default:
      return { name: 'start' };
  }
}

export function addressOf(route: Route): string {
  switch (route.name) {
    case 'start':
      return '#/';
    case 'search':
      return `#/search?q=${encodeURIComponent(route.query)}`;
    case 'glossary':
      return route.term === null ? '#/glossary' : `#/glossary/${encodeURIComponent(route.term)}`;
    case 'result':
      return '#/result';
    default:
      return `#/${route.name}/${encodeURIComponent(route.id)}`;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
