import { given } from './given.js';

/** Words as a page holds them: `{name}` has become the place of the value in the call, so that no script has to know the names, which are the player's own unless said. */
export function forPages<Data extends object>(data: Data, names: { readonly [key: string]: readonly string[] } = given): Data {
  const numbered = (value: unknown, places: readonly string[]): unknown => {
    if (typeof value === 'string') return value.replace(/\{(\w+)\}/g, (_whole, name: string) => `{${places.indexOf(name)}}`);
    return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, numbered(inner, places)]));
  };
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, numbered(value, names[key] ?? [])])) as Data;
}
