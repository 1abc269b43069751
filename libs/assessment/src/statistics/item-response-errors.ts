import type { FormGroup } from './item-response-data.js';
import { abilities, eachPosterior, points, probabilities, type Parameters } from './item-response-model.js';

/** Up to so many items the information matrix is inverted whole; beyond, item by item. */
export const jointItems = 150;

/** Covariance of an item's estimates. */
export interface ItemCovariance { slope: number; intercept: number; both: number }

/**
 * Sampling covariances from the observed information, by T. A. Louis (1982): complete-data information less what the
 * unknown abilities take away, exact for the quadrature. Null where the information can't be inverted.
 */
export function covariances(forms: readonly FormGroup[], parameters: Parameters): (ItemCovariance | null)[] {
  const items = parameters.length / 2;
  const joint = items <= jointItems;
  const p = probabilities(parameters);
  const size = 2 * items;
  const information = joint ? new Float64Array(size * size) : new Float64Array(items * 4);
  const add = (j: number, mj: number, k: number, mk: number, value: number): void => {
    const at = joint ? (mj * items + j) * size + mk * items + k : j * 4 + mj * 2 + mk;
    information[at] = (information[at] ?? 0) + value;
  };
  const byForm = new Map<FormGroup, Float64Array>();
  const first = new Float64Array(items * 3);
  eachPosterior(forms, parameters, p, (form, right, weight, posterior) => {
    let all = byForm.get(form);
    if (all === undefined) byForm.set(form, (all = new Float64Array(points)));
    const moments: [number, number, number] = [1, 0, 0];
    for (let q = 0; q < points; q++) {
      const [value, ability] = [posterior[q] ?? 0, abilities[q] ?? 0];
      all[q] = (all[q] ?? 0) + weight * value;
      moments[1] += value * ability;
      moments[2] += value * ability * ability;
    }
    const length = form.items.length;
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
      first[at * 3] = u0;
      first[at * 3 + 1] = u1;
      first[at * 3 + 2] = u2;
    }
    for (let j = 0; j < length; j++) {
      const xj = right[j] ?? 0;
      for (let k = joint ? 0 : j; k < (joint ? length : j + 1); k++) {
        const xk = right[k] ?? 0;
        for (let mj = 0; mj < 2; mj++) {
          const sj = xj * (moments[mj] ?? 0) - (first[j * 3 + mj] ?? 0);
          for (let mk = 0; mk < 2; mk++) {
            const t = mj + mk;
            const sk = xk * (moments[mk] ?? 0) - (first[k * 3 + mk] ?? 0);
            const product = xj * xk * (moments[t] ?? 0) - xj * (first[k * 3 + t] ?? 0) - xk * (first[j * 3 + t] ?? 0);
            add(form.items[j] ?? 0, 1 - mj, form.items[k] ?? 0, 1 - mk, -weight * (product - sj * sk));
          }
        }
      }
    }
  });
  for (const [form, all] of byForm) addFormTerms(form, all, p, joint, add);
  return joint ? fromWhole(information, items) : fromBlocks(information, items);
}

/** The terms that every pattern of a form shares: E[P_j P_k] is taken away, and the complete-data information added. */
function addFormTerms(form: FormGroup, all: Float64Array, p: Float64Array, joint: boolean, add: (j: number, mj: number, k: number, mk: number, value: number) => void): void {
  const length = form.items.length;
  for (let at = 0; at < length; at++) {
    const j = form.items[at] ?? 0;
    for (let other = joint ? 0 : at; other < (joint ? length : at + 1); other++) {
      const k = form.items[other] ?? 0;
      const sums: [number, number, number] = [0, 0, 0];
      for (let q = 0; q < points; q++) {
        const [pj, pk, ability] = [p[j * points + q] ?? 0, p[k * points + q] ?? 0, abilities[q] ?? 0];
        const value = (all[q] ?? 0) * (j === k ? pj * (1 - pj) - pj * pk : -pj * pk);
        sums[0] += value;
        sums[1] += value * ability;
        sums[2] += value * ability * ability;
      }
      for (let mj = 0; mj < 2; mj++) for (let mk = 0; mk < 2; mk++) add(j, 1 - mj, k, 1 - mk, sums[mj + mk] ?? 0);
    }
  }
}

function fromBlocks(information: Float64Array, items: number): (ItemCovariance | null)[] {
  return Array.from({ length: items }, (_, item) => {
    const [a = 0, b = 0, , d = 0] = information.subarray(item * 4, item * 4 + 4);
    const determinant = a * d - b * b;
    return determinant > 0 && a > 0 ? { slope: d / determinant, intercept: a / determinant, both: -b / determinant } : null;
  });
}

/** Inverts by Cholesky's decomposition and keeps the parts within items. */
function fromWhole(information: Float64Array, items: number): (ItemCovariance | null)[] {
  const size = 2 * items;
  const lower = information;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = lower[row * size + column] ?? 0;
      for (let at = 0; at < column; at++) sum -= (lower[row * size + at] ?? 0) * (lower[column * size + at] ?? 0);
      if (row !== column) lower[row * size + column] = sum / (lower[column * size + column] ?? 1);
      else if (sum > 1e-9) lower[row * size + row] = Math.sqrt(sum);
      else return Array.from({ length: items }, () => null);
    }
  }
  const columns = Array.from({ length: size }, (_, unit) => solveLower(lower, size, unit));
  const dot = (a: number, b: number): number => {
    let sum = 0;
    for (let at = 0; at < size; at++) sum += (columns[a]?.[at] ?? 0) * (columns[b]?.[at] ?? 0);
    return sum;
  };
  return Array.from({ length: items }, (_, item) => ({ slope: dot(item, item), intercept: dot(items + item, items + item), both: dot(item, items + item) }));
}

/** Solves L x = e_unit. */
function solveLower(lower: Float64Array, size: number, unit: number): Float64Array {
  const out = new Float64Array(size);
  for (let row = unit; row < size; row++) {
    let sum = row === unit ? 1 : 0;
    for (let at = unit; at < row; at++) sum -= (lower[row * size + at] ?? 0) * (out[at] ?? 0);
    out[row] = sum / (lower[row * size + row] ?? 1);
  }
  return out;
}
