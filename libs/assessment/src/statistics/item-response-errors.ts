import type { FormGroup } from './item-response-data.js';
import { abilities, eachPosterior, points, probabilities, type Parameters } from './item-response-model.js';
import { diagonalOfInverse } from './positive-definite.js';

/** Up to so many items the information matrix is inverted whole; beyond, item by item, which leaves the errors a little small. */
export const jointItems = 150;

/** A steeper curve than this is a step: its slope is not determined, and it is taken as given for the errors of other items. */
export const steepest = 8;

/** Covariance of an item's estimates. */
export interface ItemCovariance { slope: number; intercept: number; both: number }

/** What a form's patterns add up to: its posterior over ability, and four numbers for each pair of its items (j <= k). */
interface FormSums { posterior: Float64Array; pairs: Float64Array }

/**
 * Sampling covariances from the observed information, by T. A. Louis (1982): complete-data information less what the
 * unknown abilities take away, exact for the quadrature. Null where the information can't be inverted.
 *
 * With S_j the score of item j given ability, and its moments over the posterior, a pattern takes away
 * E[S_j S_k] - E[S_j] E[S_k]. Of E[S_j S_k] the part E[P_j P_k] is the same for all patterns of a form and is added last.
 */
export function covariances(forms: readonly FormGroup[], parameters: Parameters, joint = parameters.length / 2 <= jointItems): (ItemCovariance | null)[] {
  const items = parameters.length / 2;
  const p = probabilities(parameters);
  const size = joint ? 2 * items : 2;
  const blocks = joint ? [new Float64Array(size * size)] : Array.from({ length: items }, () => new Float64Array(4));
  for (const form of forms) {
    // one form at a time: where every attempt has a form of its own, all their sums would not fit in memory
    const sums = { posterior: new Float64Array(points), pairs: new Float64Array(form.items.length ** 2 * 4) };
    eachPosterior([form], parameters, p, (_, right, weight, posterior) => { addPattern(form, right, weight, posterior, p, joint, sums); });
    addShared(form, sums, p, joint);
    scatter(form, sums.pairs, joint, parameters, blocks);
  }
  if (joint) parameters.forEach((_, at) => { if (isStep(parameters, at % items)) (blocks[0] ?? [])[at * size + at] = 1; });
  const toCovariance = (found: [number, number, number] | null): ItemCovariance | null => (found === null ? null : { slope: found[0], intercept: found[1], both: found[2] });
  if (!joint) return blocks.map((block) => toCovariance(diagonalOfInverse(block, 2)?.(0, 1) ?? null));
  const inverse = diagonalOfInverse(blocks[0] ?? new Float64Array(0), size);
  return Array.from({ length: items }, (_, item) => (isStep(parameters, item) ? null : toCovariance(inverse?.(item, items + item) ?? null)));
}

const isStep = (parameters: Parameters, item: number): boolean => Math.abs(parameters[item] ?? 0) > steepest;

function addPattern(form: FormGroup, right: Uint8Array, weight: number, posterior: Float64Array, p: Float64Array, joint: boolean, mine: FormSums): void {
  const length = form.items.length;
  let [m1, m2] = [0, 0];
  for (let q = 0; q < points; q++) {
    const [value, ability] = [posterior[q] ?? 0, abilities[q] ?? 0];
    mine.posterior[q] = (mine.posterior[q] ?? 0) + weight * value;
    m1 += value * ability;
    m2 += value * ability * ability;
  }
  // by item: E[S], E[S x ability], and x E[ability^t] / 2 - E[P ability^t] for t = 0, 1, 2
  const [s0, s1, v0, v1, v2] = [new Float64Array(length), new Float64Array(length), new Float64Array(length), new Float64Array(length), new Float64Array(length)];
  for (let at = 0; at < length; at++) {
    const row = (form.items[at] ?? 0) * points;
    let [u0, u1, u2] = [0, 0, 0];
    for (let q = 0; q < points; q++) {
      const value = (posterior[q] ?? 0) * (p[row + q] ?? 0);
      const ability = abilities[q] ?? 0;
      u0 += value;
      u1 += value * ability;
      u2 += value * ability * ability;
    }
    const x = right[at] ?? 0;
    s0[at] = x - u0;
    s1[at] = x * m1 - u1;
    v0[at] = x / 2 - u0;
    v1[at] = (x * m1) / 2 - u1;
    v2[at] = (x * m2) / 2 - u2;
  }
  const { pairs } = mine;
  for (let j = 0; j < length; j++) {
    const [xj, j0, j1, w0, w1, w2] = [right[j] ?? 0, s0[j] ?? 0, s1[j] ?? 0, v0[j] ?? 0, v1[j] ?? 0, v2[j] ?? 0];
    for (let k = j; k < (joint ? length : j + 1); k++) {
      const xk = right[k] ?? 0;
      const [k0, k1] = [s0[k] ?? 0, s1[k] ?? 0];
      const product = xj * (v1[k] ?? 0) + xk * w1;
      const at = (j * length + k) * 4;
      pairs[at] = (pairs[at] ?? 0) - weight * (xj * (v0[k] ?? 0) + xk * w0 - j0 * k0);
      pairs[at + 1] = (pairs[at + 1] ?? 0) - weight * (product - j0 * k1);
      pairs[at + 2] = (pairs[at + 2] ?? 0) - weight * (product - j1 * k0);
      pairs[at + 3] = (pairs[at + 3] ?? 0) - weight * (xj * (v2[k] ?? 0) + xk * w2 - j1 * k1);
    }
  }
}

/** What all patterns of a form share: E[P_j P_k] is taken away, and an item's complete-data information added. */
function addShared(form: FormGroup, { posterior, pairs }: FormSums, p: Float64Array, joint: boolean): void {
  const length = form.items.length;
  for (let j = 0; j < length; j++) {
    const rowJ = (form.items[j] ?? 0) * points;
    for (let k = j; k < (joint ? length : j + 1); k++) {
      const rowK = (form.items[k] ?? 0) * points;
      let [t0, t1, t2] = [0, 0, 0];
      for (let q = 0; q < points; q++) {
        const [pj, pk, ability] = [p[rowJ + q] ?? 0, p[rowK + q] ?? 0, abilities[q] ?? 0];
        const value = (posterior[q] ?? 0) * (j === k ? pj * (1 - pj) - pj * pk : -pj * pk);
        t0 += value;
        t1 += value * ability;
        t2 += value * ability * ability;
      }
      const at = (j * length + k) * 4;
      pairs[at] = (pairs[at] ?? 0) + t0;
      pairs[at + 1] = (pairs[at + 1] ?? 0) + t1;
      pairs[at + 2] = (pairs[at + 2] ?? 0) + t1;
      pairs[at + 3] = (pairs[at + 3] ?? 0) + t2;
    }
  }
}

/** Into the lower triangle, slopes first and then intercepts as in the parameters (of each item's block: slope, intercept); in `pairs` 1 is the slope. */
function scatter(form: FormGroup, pairs: Float64Array, joint: boolean, parameters: Parameters, blocks: readonly Float64Array[]): void {
  const length = form.items.length;
  const items = parameters.length / 2;
  for (let j = 0; j < length; j++) {
    for (let k = j; k < (joint ? length : j + 1); k++) {
      const [itemJ, itemK] = [form.items[j] ?? 0, form.items[k] ?? 0];
      const block = blocks[joint ? 0 : itemJ];
      if (block === undefined || isStep(parameters, itemJ) || isStep(parameters, itemK)) continue;
      for (let mj = 0; mj < 2; mj++) {
        for (let mk = 0; mk < 2; mk++) {
          if (j === k && mj > mk) continue;
          const row = (mj === 0 ? 1 : 0) * (joint ? items : 1) + (joint ? itemJ : 0);
          const column = (mk === 0 ? 1 : 0) * (joint ? items : 1) + (joint ? itemK : 0);
          const at = Math.max(row, column) * (joint ? 2 * items : 2) + Math.min(row, column);
          block[at] = (block[at] ?? 0) + (pairs[(j * length + k) * 4 + mj * 2 + mk] ?? 0);
        }
      }
    }
  }
}
