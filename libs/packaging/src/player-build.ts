import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { companionNames, type Companion, type PlayerWords } from '@preceptor/course/delivery';
import { PackagingError } from './errors.js';

/** The built player: its script, those that come with it where they are needed, and its words by language. */
export interface PlayerBuild {
  /** a path, or the bytes */
  script: string | Uint8Array;
  companions?: Partial<Record<Companion, string | Uint8Array>>;
  /** by BCP 47 tag; always has `en` */
  words: Record<string, PlayerWords>;
  /** words that a companion adds, likewise */
  companionWords?: Partial<Record<Companion, Record<string, PlayerWords>>>;
}

/** The player as its build left it in a folder: `player.js`, those of `cmi5.js` and `kinds.js` that are there, `words/<language>.json` and `words/kinds/<language>.json`. */
export async function playerBuildIn(folder: string): Promise<PlayerBuild> {
  const [there, words, kinds] = await Promise.all([readdir(folder).catch((): string[] => []), wordsIn(join(folder, 'words')), wordsIn(join(folder, 'words/kinds'))]);
  const companions = Object.fromEntries(companionNames.filter((name) => there.includes(`${name}.js`)).map((name) => [name, join(folder, `${name}.js`)]));
  return { script: join(folder, 'player.js'), companions, words, companionWords: { kinds } };
}

async function wordsIn(folder: string): Promise<Record<string, PlayerWords>> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(await Promise.all(names.map(async (name): Promise<[string, PlayerWords]> => [name.slice(0, -'.json'.length), JSON.parse(await readFile(join(folder, name), 'utf8')) as PlayerWords])));
}

/** The words nearest to a language: its own, those of its first part, English; with those of the scripts that come along. */
export function wordsFor({ words, companionWords = {} }: PlayerBuild, language: string, companions: readonly Companion[] = []): PlayerWords | undefined {
  const own = nearest(words, language);
  return own === undefined ? undefined : companions.reduce((all, companion) => ({ ...all, ...nearest(companionWords[companion] ?? {}, language) }), own);
}

function nearest(words: Record<string, PlayerWords>, language: string): PlayerWords | undefined {
  const tag = language.toLowerCase();
  return words[tag] ?? words[tag.split('-')[0] ?? ''] ?? words['en'];
}

/** A script's path in a package, and its bytes. */
export interface PlayerScript { path: string; bytes: Uint8Array }

/** The player's scripts in the order in which a page loads them: what comes along waits for the player, which is last. Fails where the build lacks one. */
export async function playerScripts({ script, companions = {} }: PlayerBuild, needed: readonly Companion[]): Promise<PlayerScript[]> {
  const all = [...needed.map((name) => ({ name: String(name), source: companions[name] })), { name: 'player', source: script }];
  return Promise.all(all.map(async ({ name, source }) => {
    const bytes = typeof source === 'string' ? await readFile(source).catch(() => null) : source;
    if (bytes === undefined || bytes === null) throw new PackagingError('PACKAGE_INVALID', `The player's build has no ${name}.js, which this package needs: build the player again.`);
    return { path: `${name}.js`, bytes };
  }));
}
