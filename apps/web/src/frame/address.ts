/* Readers of the address's search part: what isn't understood is left out, never an error. */
type Search = Record<string, unknown>;

export function text<K extends string>(search: Search, name: K): { [key in K]?: string | undefined } {
  const value = search[name];
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? { [name]: String(value) } as { [key in K]?: string | undefined } : {};
}

export function choice<K extends string, const V extends readonly string[]>(search: Search, name: K, values: V): { [key in K]?: V[number] | undefined } {
  const value = values.find((each) => each === search[name]);
  return value === undefined ? {} : { [name]: value } as { [key in K]?: V[number] | undefined };
}

export function flag<K extends string>(search: Search, name: K): { [key in K]?: true | undefined } {
  return search[name] === true || search[name] === 1 ? { [name]: true } as { [key in K]?: true | undefined } : {};
}

/** An address within this site, or the front door: what came in a link is never followed to another site. */
export function safePath(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/';
}
