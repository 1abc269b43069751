import { canonicalJson, sha256 } from '@preceptor/course';
import type { PackageOptions } from '@preceptor/course/delivery';
import { readFile } from 'node:fs/promises';
import type { PlayerBuild } from '../player-build.js';

export interface KeyInput {
  /** SHA-256 of the compiled course, hex: it holds the digests of the media */
  hash: string;
  player: PlayerBuild;
  standard: string;
  options: PackageOptions;
  /** digest or version of the code that makes packages */
  code: string;
}

/** What a package's bytes depend on, as one name (hex): two packages of one key are the same. */
export async function packageKey({ hash, player, standard, options, code }: KeyInput): Promise<string> {
  return sha256(canonicalJson({ hash, player: await playerDigest(player), words: player.words, standard, options, code }));
}

/** SHA-256 of the player's script, hex. */
export async function playerDigest({ script }: PlayerBuild): Promise<string> {
  return sha256(typeof script === 'string' ? await readFile(script) : script);
}
