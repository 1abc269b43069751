import type { Reporter } from '../diagnostics/diagnostic.js';
import { readText, sizeLimits } from '../files/read.js';
import type { SourceText } from '../files/source-text.js';
import type { FileEntry } from '../files/tree.js';
import type { Part, PartContext } from '../parts/part.js';

interface Cached { stamp: string; readAt: number; hash: string; language: string; asked: Map<string, string>; part: Part<unknown> }
type Compile<T> = (source: SourceText, context: PartContext) => Part<T>;

/** How long after a change a file's time may still be the same for another change, in milliseconds. */
const coarsestClock = 2_000;

/** Compiled files by path, kept from one compile to the next while neither the file, nor the media it asked for, nor the language has changed. */
export class PartCache {
  #kept = new Map<string, Cached>();
  #next = new Map<string, Cached>();
  #lastPause = 0;

  /** Drops what was not used since the last call. */
  turn(): void {
    this.#kept = this.#next;
    this.#next = new Map();
  }

  /** Media paths that the compiled files asked for since the last turn. */
  askedMedia(): Set<string> {
    return new Set([...this.#next.values()].flatMap((cached) => [...cached.asked.keys()]));
  }

  async part<T>(entry: FileEntry | null, compile: Compile<T>, context: PartContext, reporter: Reporter): Promise<Part<T> | null> {
    if (entry === null) return null;
    const known = this.#kept.get(entry.path);
    const valid = known !== undefined && known.language === context.language && context.media.stillAnswers(known.asked);
    if (valid && known.stamp === entry.stamp && known.readAt - entry.changed > coarsestClock) return this.#keep(entry.path, known);
    const readAt = Date.now();
    const read = await readText(entry, entry.path.endsWith('.md') ? sizeLimits.markdown : sizeLimits.yaml, reporter);
    if (read === null) return null;
    if (valid && known.hash === read.hash) return this.#keep(entry.path, { ...known, stamp: entry.stamp, readAt });
    await this.#pause();
    context.media.takeAsked();
    const part = compile(read.source, context);
    return this.#keep(entry.path, { stamp: entry.stamp, readAt, hash: read.hash, language: context.language, asked: context.media.takeAsked(), part });
  }

  #keep<T>(path: string, cached: Cached): Part<T> {
    this.#next.set(path, cached);
    return cached.part as Part<T>;
  }

  /** Lets others run now and then: a large course is compiled within a server that has learners to answer. */
  async #pause(): Promise<void> {
    if (performance.now() - this.#lastPause < 10) return;
    await new Promise((resolve) => { setImmediate(resolve); });
    this.#lastPause = performance.now();
  }
}
