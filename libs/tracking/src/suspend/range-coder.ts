/**
 * An adaptive binary range coder (G. N. N. Martin's, in the arithmetic of LZMA): each yes or no costs as many bits as
 * it surprises. Writer and reader have one interface, so that a format is described once and both directions follow:
 * every method takes the value to write and gives back the value written or read.
 */
export interface Coder {
  readonly writing: boolean;
  readonly format: Format;
  /** A bit with a memory of its own, named by context and node. */
  bit(context: string, node: number, value: number): number;
  /** `count` bits (at most 53) that nothing is known about. */
  plain(count: number, value: number): number;
}
/** 1: texts of earlier packages, with ids alone; 2: with revisions. Only 2 is written. */
export type Format = 1 | 2;
/** The data ended before what was to be read. */
export class EndOfData extends Error {}

/** A model is the chance of a 0 in 65536ths, with how often it has learnt in the bits above: the first bits teach most. */
const even = 0x8000;
const slowest = 1 / 48;
const chance = (model: number): number => Math.min(2047, Math.max(1, (model & 0xffff) >> 5));
class Models {
  readonly #byContext = new Map<string, number[]>();
  #context = '';
  #models: number[] = [];
  of(context: string): number[] {
    if (context === this.#context) return this.#models;
    let models = this.#byContext.get(context);
    if (models === undefined) this.#byContext.set(context, (models = []));
    this.#context = context;
    return (this.#models = models);
  }
}
function adapted(model: number, bit: number): number {
  const times = model >>> 16;
  const old = model & 0xffff;
  const rate = Math.max(slowest, 1 / (times + 1.6));
  const next = bit === 0 ? old + Math.floor((0xffff - old) * rate) : old - Math.floor(old * rate);
  return (Math.min(times + 1, 255) << 16) | next;
}

export class RangeWriter implements Coder {
  readonly writing = true;
  readonly format = 2;
  readonly #models = new Models();
  readonly #bytes: number[] = [];
  #low = 0;
  #range = 0xffffffff;
  #cache = 0;
  #pending = 0;

  bit(context: string, node: number, value: number): number {
    const models = this.#models.of(context);
    const model = models[node] ?? even;
    const bound = (this.#range >>> 11) * chance(model);
    if (value === 0) this.#range = bound;
    else {
      this.#low += bound;
      this.#range -= bound;
    }
    models[node] = adapted(model, value);
    this.#widen();
    return value;
  }
  plain(count: number, value: number): number {
    for (let at = count - 1; at >= 0; at--) {
      this.#range >>>= 1;
      if (Math.floor(value / 2 ** at) % 2 === 1) this.#low += this.#range;
      this.#widen();
    }
    return value;
  }
  /** The bytes; trailing zeros are left out, the reader supplies them. */
  finish(): Uint8Array {
    // Of all numbers in the final interval, the one with the most zeros behind.
    this.#low = Math.ceil(this.#low / 0x1000000) * 0x1000000;
    for (let at = 0; at < 5; at++) this.#shift();
    while (this.#bytes.at(-1) === 0) this.#bytes.pop();
    return Uint8Array.from(this.#bytes.slice(1)); // the first is the carry of nothing
  }
  #widen(): void {
    while (this.#range < 0x1000000) {
      this.#range = (this.#range << 8) >>> 0;
      this.#shift();
    }
  }
  #shift(): void {
    if (this.#low < 0xff000000 || this.#low > 0xffffffff) {
      const carry = this.#low > 0xffffffff ? 1 : 0;
      this.#bytes.push((this.#cache + carry) & 0xff);
      for (; this.#pending > 0; this.#pending--) this.#bytes.push((0xff + carry) & 0xff);
      this.#cache = Math.floor(this.#low / 0x1000000) & 0xff;
    } else this.#pending++;
    this.#low = (this.#low % 0x1000000) * 0x100;
  }
}

export class RangeReader implements Coder {
  readonly writing = false;
  readonly #models = new Models();
  readonly #bytes: Uint8Array;
  readonly #whole: boolean;
  #at = 0;
  #code = 0;
  #range = 0xffffffff;

  /** `whole`: nothing is missing behind `bytes`, so what lies there is zeros that the writer left out. */
  constructor(bytes: Uint8Array, whole: boolean, readonly format: Format) {
    this.#bytes = bytes;
    this.#whole = whole;
    for (let at = 0; at < 4; at++) this.#code = ((this.#code << 8) | this.#next()) >>> 0;
  }
  bit(context: string, node: number): number {
    const models = this.#models.of(context);
    const model = models[node] ?? even;
    const bound = (this.#range >>> 11) * chance(model);
    const value = this.#code < bound ? 0 : 1;
    if (value === 0) this.#range = bound;
    else {
      this.#code -= bound;
      this.#range -= bound;
    }
    models[node] = adapted(model, value);
    this.#widen();
    return value;
  }
  plain(count: number): number {
    let value = 0;
    for (let at = 0; at < count; at++) {
      this.#range >>>= 1;
      const bit = this.#code < this.#range ? 0 : 1;
      if (bit === 1) this.#code -= this.#range;
      value = value * 2 + bit;
      this.#widen();
    }
    return value;
  }
  #widen(): void {
    while (this.#range < 0x1000000) {
      this.#range = (this.#range << 8) >>> 0;
      this.#code = ((this.#code << 8) | this.#next()) >>> 0;
    }
  }
  #next(): number {
    if (this.#at >= this.#bytes.length + (this.#whole ? 64 : 0)) throw new EndOfData();
    return this.#bytes[this.#at++] ?? 0;
  }
}
