/**
 * Which texts are alike, in about linear time: three-letter shingles, MinHash signatures (Broder 1997) cut into bands
 * (locality-sensitive hashing), and the true Jaccard index of the pairs that share a band.
 */
const hashes = 48;
const rows = 4;
/** Texts of one band that a text is compared with at most, so that a thousand copies of one item do not make a million pairs. */
const mostInBand = 8;

export interface Pair { first: number; second: number; /** 0..1 */ likeness: number }

/** Pairs of texts with a Jaccard index of at least `least`, by their place in the list; each text is paired with its likest earlier one only. */
export function alike(texts: readonly string[], least: number): Pair[] {
  const sets = texts.map(shingles);
  const bands = new Map<number, number[]>();
  const pairs: Pair[] = [];
  for (const [second, set] of sets.entries()) {
    const seen = new Set<number>();
    let best: Pair | null = null;
    for (const band of bandsOf(set)) {
      const others = bands.get(band);
      if (others === undefined) { bands.set(band, [second]); continue; }
      for (const first of others) {
        if (seen.has(first)) continue;
        seen.add(first);
        const likeness = jaccard(sets[first] ?? set, set);
        if (likeness >= least && likeness > (best?.likeness ?? 0)) best = { first, second, likeness };
      }
      if (others.length < mostInBand) others.push(second);
    }
    if (best !== null) pairs.push(best);
  }
  return pairs;
}

function shingles(text: string): Set<number> {
  const plain = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
  const found = new Set<number>();
  for (let at = 0; at + 3 <= plain.length; at++) found.add(Math.imul(plain.charCodeAt(at), 0x9e3779b1) ^ Math.imul(plain.charCodeAt(at + 1), 0x85ebca6b) ^ Math.imul(plain.charCodeAt(at + 2), 0xc2b2ae35));
  return found;
}

const factors = Array.from({ length: hashes }, (_, index) => Math.imul(index + 1, 0x9e3779b1) | 1);

function bandsOf(set: ReadonlySet<number>): number[] {
  const least = new Uint32Array(hashes).fill(0xffffffff);
  for (const shingle of set) {
    for (let index = 0; index < hashes; index++) {
      let mixed = Math.imul(shingle ^ (shingle >>> 15), factors[index] ?? 1);
      mixed = (mixed ^ (mixed >>> 13)) >>> 0;
      if (mixed < (least[index] ?? 0)) least[index] = mixed;
    }
  }
  return Array.from({ length: hashes / rows }, (_, band) => {
    let mixed = Math.imul(band + 1, 0x27d4eb2f);
    for (let row = 0; row < rows; row++) mixed = Math.imul(mixed ^ (least[band * rows + row] ?? 0), 0x01000193) ^ (mixed >>> 7);
    return mixed;
  });
}

function jaccard(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let both = 0;
  for (const shingle of small) if (large.has(shingle)) both += 1;
  const all = one.size + other.size - both;
  return all === 0 ? 0 : both / all;
}
