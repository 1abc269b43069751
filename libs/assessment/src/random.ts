/**
 * Reproducible chance. A text seed is hashed by FNV-1a (32 bits, over UTF-16 code units, four offsets) into the state
 * of sfc32 (Doty-Humphrey's Small Fast Counter generator, as tested with PractRand), which is run for 15 rounds before
 * its first use. All is 32-bit integer arithmetic, so the same seed gives the same numbers on every platform.
 */
export interface Random {
  /** A whole number from 0 up to, not including, `bound`. */
  below(bound: number): number;
  /** A new list with the same entries in random order (Fisher-Yates). */
  shuffle<T>(list: readonly T[]): T[];
}

/** A stream of chance that is a function of `seed` alone. */
export function randomFrom(seed: string): Random {
  let a = fnv1a(seed, 0x811c9dc5);
  let b = fnv1a(seed, a ^ 0x9e3779b9);
  let c = fnv1a(seed, b ^ 0x85ebca6b);
  let counter = 1;

  const next = (): number => {
    const out = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + out) | 0;
    return out >>> 0;
  };
  for (let round = 0; round < 15; round++) next();

  const below = (bound: number): number => Math.floor((next() / 2 ** 32) * bound);
  return {
    below,
    shuffle<T>(list: readonly T[]): T[] {
      const left = [...list];
      const out: T[] = [];
      while (left.length > 0) out.push(...left.splice(below(left.length), 1));
      return out;
    },
  };
}

function fnv1a(text: string, offset: number): number {
  let hash = offset;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return hash | 0;
}
