import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlayerWords } from '@preceptor/course/delivery';

/** The built player: its one script, and its words by language. */
export interface PlayerBuild {
  /** a path, or the bytes */
  script: string | Uint8Array;
  /** by BCP 47 tag; always has `en` */
  words: Record<string, PlayerWords>;
}

/** The player as its build left it in a folder: `player.js` and `words/<language>.json`. */
export async function playerBuildIn(folder: string): Promise<PlayerBuild> {
  const names = (await readdir(join(folder, 'words')).catch(() => [])).filter((name) => name.endsWith('.json'));
  const words = await Promise.all(names.map(async (name): Promise<[string, PlayerWords]> => [name.slice(0, -'.json'.length), JSON.parse(await readFile(join(folder, 'words', name), 'utf8')) as PlayerWords]));
  return { script: join(folder, 'player.js'), words: Object.fromEntries(words) };
}

/** The words nearest to a language: its own, those of its first part, English. */
export function wordsFor({ words }: PlayerBuild, language: string): PlayerWords | undefined {
  const tag = language.toLowerCase();
  return words[tag] ?? words[tag.split('-')[0] ?? ''] ?? words['en'];
}
