import { closeSync, openSync, readSync } from 'node:fs';
import { imageSize } from 'image-size';
import { nearest } from '../diagnostics/suggest.js';
import type { FileEntry } from '../files/tree.js';
import { mediaPath, type MediaLookup, type PictureSize, type Resolved } from './lookup.js';

/** Enough of a file for every format to tell its size. */
const headBytes = 512 * 1024;

/** The sizes of pictures that were looked at, by path and stamp; kept from one compile to the next. */
export type SizeCache = Map<string, PictureSize | null>;

/** The media folder of a course, as texts ask for it. Remembers what was asked, so that a text can be compiled anew when an answer changes. */
export class MediaLibrary implements MediaLookup {
  #entries: Map<string, FileEntry>;
  #found = new Map<string, FileEntry>();
  #asked = new Map<string, string>();
  #names: string;

  /** `replaced`: files that stand for others, by the name that texts use. */
  constructor(files: Iterable<FileEntry>, private readonly sizes: SizeCache, replaced: ReadonlyMap<string, FileEntry> = new Map()) {
    this.#entries = new Map([...files].filter((file) => file.path.startsWith('media/')).map((file) => [file.path.normalize('NFC'), file]));
    for (const [name, file] of replaced) this.#entries.set(name.normalize('NFC'), file);
    this.#names = [...this.#entries.keys()].join('\n');
  }

  get entries(): ReadonlyMap<string, FileEntry> {
    return this.#entries;
  }

  /** What a path or address in a text stands for: of one that was replaced, where the other lies. */
  resolve(address: string): Resolved {
    const named = mediaPath(address);
    if ('is' in named) return named;
    const { path } = named;
    const entry = this.#entries.get(path);
    this.#asked.set(path, this.#answer(path));
    if (entry === undefined) return { is: 'missing', path, near: nearest(path, this.#entries.keys()) };
    const lies = entry.path.normalize('NFC');
    this.#found.set(lies, entry);
    return { is: 'file', path: lies };
  }

  sizeOf(path: string): PictureSize | null {
    const entry = this.#found.get(path);
    if (entry === undefined) return null;
    const key = `${entry.path}\n${entry.stamp}`;
    const known = this.sizes.get(key);
    if (known !== undefined) return known;
    const size = readSize(entry);
    this.sizes.set(key, size);
    return size;
  }

  /** Begins to remember anew; returns what was asked since the last time, with the answers. */
  takeAsked(): Map<string, string> {
    const asked = this.#asked;
    this.#asked = new Map();
    return asked;
  }

  /** Whether every question would be answered as it was. */
  stillAnswers(asked: ReadonlyMap<string, string>): boolean {
    for (const [path, answer] of asked) if (this.#answer(path) !== answer) return false;
    return true;
  }

  #answer(path: string): string {
    return this.#entries.get(path)?.stamp ?? `missing among ${this.#names}`;
  }
}

/** Of a picture on a disk, in its own pixels; null: it is none that can be read. */
export function readSize(entry: Pick<FileEntry, 'absolute' | 'bytes'>): PictureSize | null {
  let file: number | null = null;
  try {
    file = openSync(entry.absolute, 'r');
    const head = Buffer.alloc(Math.min(headBytes, entry.bytes));
    const filled = readSync(file, head, 0, head.length, 0);
    const { width, height } = imageSize(head.subarray(0, filled));
    return fits(width) && fits(height) ? { width: Math.round(width), height: Math.round(height) } : null;
  } catch {
    return null;
  } finally {
    if (file !== null) closeSync(file);
  }
}

const mostPixels = 100_000;

function fits(pixels: number): boolean {
  return pixels >= 1 && pixels <= mostPixels;
}
