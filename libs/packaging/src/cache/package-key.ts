import { canonicalJson, sha256 } from '@preceptor/course';
import { companionNames, type PackageOptions } from '@preceptor/course/delivery';
import { playerScripts, type PlayerBuild } from '../player-build.js';

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
  return sha256(canonicalJson({ hash, player: await playerDigest(player), words: player.words, companionWords: player.companionWords ?? {}, standard, options, code }));
}

/** SHA-256 of the player's scripts, hex: of all that the build has, whichever a package needs. */
async function playerDigest(player: PlayerBuild): Promise<string> {
  const companions = companionNames.filter((name) => player.companions?.[name] !== undefined);
  return sha256(Buffer.concat((await playerScripts(player, companions)).map(({ bytes }) => bytes)));
}
