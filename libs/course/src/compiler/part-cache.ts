import type { Reporter } from '../diagnostics/diagnostic.js';
import { readText, sizeLimits, type ReadText } from '../files/read.js';
import { SourceText } from '../files/source-text.js';
import type { FileEntry } from '../files/tree.js';
import type { IdPlace, Part, PartContext } from '../parts/part.js';

interface Cached { stamp: string; readAt: number; hash: string; language: string; basis: string; asked: Map<string, string>; part: Part<unknown> }
/** A cached file without what only this process can hold. */
type Plain = Omit<Cached, 'part'> & { text: string; part: Omit<Part<unknown>, 'source' | 'defines' | 'mentions'> & Record<'defines' | 'mentions', Omit<IdPlace, 'file'>[]> };
type Compile<T> = (source: SourceText, context: PartContext) => Part<T>;

/** How long after a change a file's time may still be the same for another change, in milliseconds. */
const coarsestClock = 2_000;

/** Compiled files by path, kept from one compile to the next while neither the file, nor the media it asked for, nor the language has changed. */
export class PartCache {
  #kept = new Map<string, Cached>();
  #next = new Map<string, Cached>();
  #lastPause = 0;
  /** files that are being read ahead, by path, and those that are to be */
  #reading = new Map<string, Promise<ReadText | null>>();
  #ahead: FileEntry[] = [];
  /** something was compiled that was not kept from before */
  news = false;

  /** Drops what was not used since the last call. */
  turn(): void {
    this.#kept = this.#next;
    this.#next = new Map();
  }

  /** What is kept, as a value that another process can be given. */
  plain(): Map<string, Plain> {
    return new Map([...this.#kept].map(([path, { part: { source, defines, mentions, ...part }, ...cached }]): [string, Plain] => [path, {
      ...cached, text: source.text, part: { ...part, defines: defines.map(withoutFile), mentions: mentions.map(withoutFile) },
    }]));
  }

  /** Takes over what another process kept. */
  recall(plain: ReadonlyMap<string, Plain>): void {
    for (const [path, { text, part, ...cached }] of plain) {
      const source = new SourceText(path, text);
      const inSource = (place: Omit<IdPlace, 'file'>): IdPlace => ({ ...place, file: source });
      this.#kept.set(path, { ...cached, part: { ...part, source, defines: part.defines.map(inSource), mentions: part.mentions.map(inSource) } });
    }
  }

  /** Media paths that the files compiled before the last turn asked for; `of`: those of some parts only. */
  askedMedia(of?: Iterable<Part<unknown>>): Set<string> {
    const kept = of === undefined ? [...this.#kept.values()] : [...of].flatMap((part) => this.#kept.get(part.source.path) ?? []);
    return new Set(kept.flatMap((cached) => [...cached.asked.keys()]));
  }

  /** SHA-256 (hex) of the file of a part that was compiled before the last turn. */
  hashOf(part: Part<unknown>): string {
    return this.#kept.get(part.source.path)?.hash ?? '';
  }

  /** Says which files will be asked for next, in that order: the disk then reads while a file is compiled. */
  readAhead(entries: readonly (FileEntry | null)[], reporter: Reporter): void {
    this.#ahead = entries.filter((entry): entry is FileEntry => entry !== null && this.#kept.get(entry.path)?.stamp !== entry.stamp);
    for (let index = 0; index < mostAhead; index += 1) this.#readNext(reporter);
  }

  #readNext(reporter: Reporter): void {
    const entry = this.#ahead.shift();
    if (entry !== undefined) this.#reading.set(entry.path, readSource(entry, reporter));
  }

  /** `basis` names what else the part is made from. */
  async part<T>(entry: FileEntry | null, compile: Compile<T>, context: PartContext, reporter: Reporter, basis = ''): Promise<Part<T> | null> {
    if (entry === null) return null;
    const known = this.#kept.get(entry.path);
    const valid = known !== undefined && known.language === context.language && known.basis === basis && context.media.stillAnswers(known.asked);
    if (valid && known.stamp === entry.stamp && known.readAt - entry.changed > coarsestClock) return this.#keep(entry.path, known);
    const readAt = Date.now();
    const read = await (this.#reading.get(entry.path) ?? readSource(entry, reporter));
    if (this.#reading.delete(entry.path)) this.#readNext(reporter);
    if (read === null) return null;
    if (valid && known.hash === read.hash) return this.#keep(entry.path, { ...known, stamp: entry.stamp, readAt });
    await this.#pause();
    context.media.takeAsked();
    const part = compile(read.source, context);
    this.news = true;
    return this.#keep(entry.path, { stamp: entry.stamp, readAt, hash: read.hash, language: context.language, basis, asked: context.media.takeAsked(), part });
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

const mostAhead = 16;

const readSource = (entry: FileEntry, reporter: Reporter): Promise<ReadText | null> => readText(entry, entry.path.endsWith('.md') ? sizeLimits.markdown : sizeLimits.yaml, reporter);

const withoutFile = ({ file: _file, ...place }: IdPlace): Omit<IdPlace, 'file'> => place;
