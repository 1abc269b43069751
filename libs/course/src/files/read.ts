import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { constants, open } from 'node:fs/promises';
import type { Reporter } from '../diagnostics/diagnostic.js';
import { SourceText, startOfFile } from './source-text.js';
import type { FileEntry } from './tree.js';

/** Most bytes that are read of a text file, by what it holds. */
export const sizeLimits = { yaml: 2 * 1024 * 1024, markdown: 128 * 1024, svg: 4 * 1024 * 1024 } as const;

/** A text file with the SHA-256 of its bytes. */
export interface ReadText { source: SourceText; hash: string }

/**
 * Reads a text file whose size is checked before its bytes are read. Line endings become LF and a byte order mark
 * goes, so that a checkout on Windows compiles to the same bytes. null: refused, and reported.
 */
export async function readText(entry: FileEntry, limit: number, reporter: Reporter): Promise<ReadText | null> {
  if (entry.bytes > limit) {
    reporter.report('file-too-large', entry.path, startOfFile, `The file has ${sizeOf(entry.bytes)}; at most ${sizeOf(limit)} are read.`);
    return null;
  }
  const bytes = await readBounded(entry, limit);
  if (bytes === null) {
    reporter.report('unreadable-file', entry.path, startOfFile, 'The file cannot be read, or it changed while it was read.');
    return null;
  }
  if (!isUtf8(bytes)) {
    const at = lastLineBeforeInvalid(bytes);
    reporter.report('not-utf8', entry.path, { line: at, column: 1, endLine: at, endColumn: 1 }, `The file is not UTF-8: line ${at} holds bytes that are no character.`);
    return null;
  }
  const source = new SourceText(entry.path, normalised(bytes.toString('utf8')));
  const nul = source.text.indexOf('\0');
  if (nul !== -1) {
    reporter.report('nul-character', entry.path, source.span(nul, nul + 1), 'The file holds a NUL character, as no text does.');
    return null;
  }
  return { source, hash: createHash('sha256').update(bytes).digest('hex') };
}

async function readBounded(entry: FileEntry, limit: number): Promise<Buffer | null> {
  try {
    const handle = await open(entry.absolute, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const found = await handle.stat();
      if (!found.isFile() || found.size > limit) return null;
      const buffer = Buffer.alloc(found.size);
      let filled = 0;
      while (filled < buffer.length) {
        const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return buffer.subarray(0, filled);
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}

function normalised(text: string): string {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return bare.includes('\r') ? bare.replace(/\r\n?/g, '\n') : bare;
}

function lastLineBeforeInvalid(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    if (!isUtf8(bytes.subarray(start, end))) return line;
    line += 1;
    start = end + 1;
  }
  return line;
}

function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
