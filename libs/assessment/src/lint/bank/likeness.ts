/**
 * Which texts are alike, in about linear time: three-letter shingles, MinHash signatures by one permutation (Li, Owen &
 * Zhang 2012, empty bins filled from the next) cut into bands (locality-sensitive hashing), and the true Jaccard index
 * of the pairs that share a band.
 */
const bins = 64;
const rows = 4;
/** Texts of one band that a text is compared with at most, so that a thousand copies of one item do not make a million pairs. */
const mostInBand = 8;
/** How far below the index asked for an estimate by signatures may lie before the pair is dropped: over 64 bins three standard errors are at most 0.19. */
const slack = 0.19;

export interface Pair { first: number; second: number; /** 0..1 */ likeness: number }
interface Sketch { shingles: ReadonlySet<number>; signature: Uint32Array }

/** Pairs of texts with a Jaccard index of at least `least`, by their place in the list; each text is paired with its likest earlier one only. */
export function alike(texts: readonly string[], least: number): Pair[] {
  const sketches: Sketch[] = [];
  const bands = new Map<number, number[]>();
  const pairs: Pair[] = [];
  for (const [second, text] of texts.entries()) {
    const sketch = sketchOf(text);
    sketches.push(sketch);
    const seen = new Set<number>();
    let best: Pair | null = null;
    for (const band of bandsOf(sketch)) {
      const others = bands.get(band);
      if (others === undefined) { bands.set(band, [second]); continue; }
      for (const first of others) {
        const other = sketches[first];
        if (other === undefined || seen.has(first)) continue;
        seen.add(first);
        if (estimate(other, sketch) < least - slack) continue;
        const likeness = jaccard(other.shingles, sketch.shingles);
        if (likeness >= least && likeness > (best?.likeness ?? 0)) best = { first, second, likeness };
      }
      if (others.length < mostInBand) others.push(second);
    }
    if (best !== null) pairs.push(best);
  }
  return pairs;
}

function sketchOf(text: string): Sketch {
  const shingles = shinglesOf(text);
  const signature = new Uint32Array(bins).fill(0xffffffff);
  for (const shingle of shingles) {
    const bin = shingle & (bins - 1);
    if (shingle < (signature[bin] ?? 0)) signature[bin] = shingle;
  }
  // An empty bin takes the value of the next one that is not, so that short texts can be compared.
  for (let bin = 2 * bins - 2; bin >= 0; bin--) if (signature[bin % bins] === 0xffffffff) signature[bin % bins] = signature[(bin + 1) % bins] ?? 0;
  return { shingles, signature };
}

/** The three-letter runs as well mixed 32-bit numbers. */
function shinglesOf(text: string): Set<number> {
  const plain = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
  const found = new Set<number>();
  for (let at = 0; at + 3 <= plain.length; at++) {
    let mixed = Math.imul(plain.charCodeAt(at), 0x9e3779b1) ^ Math.imul(plain.charCodeAt(at + 1), 0x85ebca6b) ^ Math.imul(plain.charCodeAt(at + 2), 0xc2b2ae35);
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    found.add((mixed ^ (mixed >>> 16)) >>> 0);
  }
  return found;
}

function bandsOf({ signature }: Sketch): number[] {
  return Array.from({ length: bins / rows }, (_, band) => {
    let mixed = Math.imul(band + 1, 0x27d4eb2f);
    for (let row = 0; row < rows; row++) mixed = Math.imul(mixed ^ (signature[band * rows + row] ?? 0), 0x01000193) ^ (mixed >>> 7);
    return mixed;
  });
}

function estimate(one: Sketch, other: Sketch): number {
  let same = 0;
  for (let bin = 0; bin < bins; bin++) if (one.signature[bin] === other.signature[bin]) same += 1;
  return same / bins;
}

function jaccard(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let both = 0;
  for (const shingle of small) if (large.has(shingle)) both += 1;
  const all = one.size + other.size - both;
  return all === 0 ? 0 : both / all;
}
