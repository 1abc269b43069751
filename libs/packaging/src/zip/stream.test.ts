import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { PackageFile } from '../files.js';
import { packageToFile, packageToFileDigested } from '../write.js';
import { centralHeader, endRecords, localHeader } from './records.js';
import { zipBytes } from './stream.js';

const text = (path: string, content: string): PackageFile => ({ path, size: Buffer.byteLength(content), type: 'text/plain', compress: true, source: { bytes: Buffer.from(content) } });

async function zipOf(files: PackageFile[]): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipBytes(files)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'preceptor-zip-'));
  try {
    await run(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('a zip', () => {
  test('passes the test of unzip and of Python, and gives every file back', () =>
    inFolder(async (folder) => {
      const large = join(folder, 'film.mp4');
      const bytes = Buffer.alloc(9_000_001, 'frame ');
      await writeFile(large, bytes);
      const out = join(folder, 'out.zip');
      await packageToFile([text('a.txt', 'again '.repeat(500)), text('empty.txt', ''), { path: 'media/film.mp4', size: bytes.length, type: 'video/mp4', compress: false, source: { file: large } }], out);
      expect(execFileSync('unzip', ['-t', out], { encoding: 'utf8' })).toContain('No errors detected');
      expect(execFileSync('python3', ['-c', 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), z.namelist())', out], { encoding: 'utf8' })).toBe("None ['a.txt', 'empty.txt', 'media/film.mp4']\n");
      expect(execFileSync('unzip', ['-p', out, 'media/film.mp4'], { maxBuffer: 1e8 }).equals(bytes)).toBe(true);
      expect(execFileSync('unzip', ['-p', out, 'a.txt'], { encoding: 'utf8' })).toBe('again '.repeat(500));
    }));

  test('has the same bytes when it is made again later', async () => {
    const files = [text('a.txt', 'one'), text('b.txt', 'two '.repeat(99))];
    const first = await zipOf(files);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await zipOf(files)).equals(first)).toBe(true);
  });

  test('has the same bytes whether it is streamed or written to a file', () =>
    inFolder(async (folder) => {
      const film = join(folder, 'film.mp4');
      await writeFile(film, randomBytes(5_000_001));
      const files = [text('a.txt', 'one '.repeat(50)), ...['1', '2'].map((name): PackageFile => ({ path: `media/${name}.mp4`, size: 5_000_001, type: 'video/mp4', compress: false, source: { file: film } })), text('b.txt', 'two')];
      const out = join(folder, 'out.zip');
      await packageToFile(files, out);
      expect((await readFile(out)).equals(await zipOf(files))).toBe(true);
      expect(execFileSync('unzip', ['-t', out], { encoding: 'utf8' })).toContain('No errors detected');
    }));

  test('stores what deflate would only make longer', async () => {
    const zip = await zipOf([text('tiny.txt', 'x')]);
    expect(zip.readUInt16LE(8)).toBe(0);
  });

  test('says its sizes before its bytes, so that a reader which streams can read what is stored', async () => {
    const zip = await zipOf([{ ...text('film.mp4', 'x'.repeat(100)), compress: false }]);
    expect(zip.readUInt16LE(6) & 0x0008).toBe(0);
    expect(zip.readUInt32LE(18)).toBe(100);
  });

  test('is refused when a file grows or shrinks while it is packaged', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'film.mp4');
      await writeFile(path, 'x'.repeat(50));
      const file = (size: number): PackageFile => ({ path: 'film.mp4', size, type: 'video/mp4', compress: false, source: { file: path } });
      await expect(zipOf([file(49)])).rejects.toMatchObject({ code: 'MEDIA_CHANGED' });
      await expect(zipOf([file(51)])).rejects.toMatchObject({ code: 'MEDIA_CHANGED' });
    }));

  test('is refused when a large file changes between the two times that it is read', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'film.mp4');
      const handle = await open(path, 'w');
      await handle.truncate(6 << 20);
      await handle.close();
      const pieces = zipBytes([{ path: 'film.mp4', size: 6 << 20, type: 'video/mp4', compress: false, source: { file: path } }]);
      await pieces.next();
      await writeFile(path, Buffer.alloc(6 << 20, 1));
      await expect((async () => { for await (const piece of pieces) void piece; })()).rejects.toMatchObject({ code: 'MEDIA_CHANGED' });
    }));
});

describe('a zip beyond four gigabytes', () => {
  test('has sizes and offsets that other tools read', () =>
    inFolder(async (folder) => {
      // A sparse file: headers where they belong, nothing but holes between them.
      const out = join(folder, 'long.zip');
      const size = 0x1_0000_0010;
      const first = { name: Buffer.from('long.mp4'), method: 0 as const, crc: 0, packed: size, size, offset: 0 };
      const header = localHeader(first);
      const second = { name: Buffer.from('after.txt'), method: 0 as const, crc: 0, packed: 0, size: 0, offset: header.length + size };
      const central = Buffer.concat([centralHeader(first), centralHeader(second)]);
      const handle = await open(out, 'w');
      await handle.write(header, 0, header.length, 0);
      const secondHeader = localHeader(second);
      await handle.write(secondHeader, 0, secondHeader.length, second.offset);
      const start = second.offset + secondHeader.length;
      const tail = Buffer.concat([central, endRecords(2, central.length, start)]);
      await handle.write(tail, 0, tail.length, start);
      await handle.close();
      await truncate(out, start + tail.length);
      const script = 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print([(i.filename, i.file_size, i.header_offset) for i in z.infolist()], z.read("after.txt"))';
      expect(execFileSync('python3', ['-c', script, out], { encoding: 'utf8' })).toBe(`[('long.mp4', ${size}, 0), ('after.txt', 0, ${second.offset})] b''\n`);
      expect(execFileSync('unzip', ['-Z', '-1', out], { encoding: 'utf8' })).toBe('long.mp4\nafter.txt\n');
    }));

  test('may hold more than 65,535 files', async () => {
    const files = Array.from({ length: 65_600 }, (_, index) => ({ ...text(`f/${index}.txt`, ''), compress: false }));
    await inFolder(async (folder) => {
      const out = join(folder, 'many.zip');
      await packageToFile(files, out);
      expect(execFileSync('python3', ['-c', 'import sys, zipfile; print(len(zipfile.ZipFile(sys.argv[1]).namelist()))', out], { encoding: 'utf8' })).toBe('65600\n');
    });
  });
});

describe('a long file whose CRC is known', () => {
  test('gives the same zip, read once, and is refused when it holds something else', () =>
    inFolder(async (folder) => {
      const bytes = randomBytes(6 << 20);
      const film = join(folder, 'film.mp4');
      await writeFile(film, bytes);
      let opened = 0;
      const file = (crc?: number): PackageFile => ({ path: 'film.mp4', size: bytes.length, type: 'video/mp4', compress: false, ...(crc === undefined ? {} : { crc }), source: { open: () => { opened += 1; return createReadStream(film); } } });
      const unknown = await zipOf([file()]);
      expect(opened).toBe(2);
      expect((await zipOf([file(crc32(bytes))])).equals(unknown)).toBe(true);
      expect(opened).toBe(3);
      const out = join(folder, 'out.zip');
      const { sha256 } = await packageToFileDigested([file(crc32(bytes))], out);
      expect((await readFile(out)).equals(unknown)).toBe(true);
      expect(sha256).toBe(createHash('sha256').update(unknown).digest('hex'));
      expect((await packageToFileDigested([file()], out)).sha256).toBe(sha256);
      await expect(zipOf([file(1)])).rejects.toMatchObject({ code: 'MEDIA_CHANGED' });
      await expect(zipOf([{ path: 'small.mp4', size: 3, type: 'video/mp4', compress: false, crc: 1, source: { bytes: Buffer.from('abc') } }])).rejects.toMatchObject({ code: 'MEDIA_CHANGED' });
    }));
});
