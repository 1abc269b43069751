import type { Item } from '@preceptor/assessment';
import type { CompiledCourse, Media } from '../compiled.js';

interface WithMedia { items: Item[]; media: Media[] }

/** Items and their media with other paths where the course has another file of that name. */
export function withOtherMedia(course: Pick<CompiledCourse, 'media'>, { items, media }: WithMedia): WithMedia {
  const known = new Map(course.media.map(({ path, sha256 }) => [path, sha256]));
  const moved = new Map(media.filter(({ path, sha256 }) => known.has(path) && known.get(path) !== sha256).map(({ path, sha256 }) => [path, path.replace(/^media\//, `media/${sha256.slice(0, 12)}-`)]));
  if (moved.size === 0) return { items, media };
  return { items: items.map((item) => renamed(item, moved)), media: media.map((medium) => ({ ...medium, path: moved.get(medium.path) ?? medium.path })) };
}

/** Every text of a value that is one of the paths, or names it as an attribute of HTML. */
function renamed<T>(value: T, paths: ReadonlyMap<string, string>): T {
  if (typeof value === 'string') {
    let text: string = paths.get(value) ?? value;
    for (const [from, to] of paths) text = text.replaceAll(`"${encodeURI(from)}"`, `"${encodeURI(to)}"`);
    return text as T & string;
  }
  if (Array.isArray(value)) return value.map((entry: unknown) => renamed(entry, paths)) as T & unknown[];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, renamed<unknown>(entry, paths)])) as T;
}
