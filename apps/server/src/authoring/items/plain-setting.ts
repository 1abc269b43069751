import type { ItemSetting } from '@preceptor/course/items';

export type CourseNames = Pick<ItemSetting, 'course' | 'language'>;
export interface PlainMedium { width: number; height: number; sha256: string }
/** What documents of a bank are compiled against, as plain data: crosses to a thread as it is. */
export interface PlainSetting extends CourseNames { /** by path, such as media/room.svg */ media: Record<string, PlainMedium> }

export function settingOf({ media, ...names }: PlainSetting): ItemSetting {
  return { ...names, media: (path) => (Object.hasOwn(media, path) ? media[path] ?? null : null) };
}
