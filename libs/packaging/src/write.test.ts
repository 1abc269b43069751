import { describe, expect, test } from '@jest/globals';
import { lstat, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { PackageFile } from './files.js';
import { packageToFile, writePackage } from './write.js';
import { zipPieces } from './zip/stream.js';

const film = (mebibytes: number): PackageFile => ({
  path: 'film.mp4', size: mebibytes << 20, type: 'video/mp4', compress: false,
  source: { async *open() { for (let index = 0; index < mebibytes; index += 1) yield Buffer.alloc(1 << 20, index); } },
});

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'preceptor-write-'));
  try {
    await run(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('writing a package to a file', () => {
  test('tells how far it is and leaves nothing but the package', () =>
    inFolder(async (folder) => {
      const seen: number[] = [];
      const { bytes } = await packageToFile([film(8)], join(folder, 'out.zip'), { onProgress: (done) => seen.push(done) });
      expect(seen.length).toBeGreaterThan(4);
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
      expect(seen.at(-1)).toBe(bytes);
      expect(await readdir(folder)).toEqual(['out.zip']);
      expect((await readFile(join(folder, 'out.zip'))).length).toBe(bytes);
    }));

  test('a piece of a long file keeps its bytes while the next one is read, from one file to the next too', () =>
    inFolder(async (folder) => {
      // An odd number of chunks each: the last of one file and the first of the next are in hand together.
      const files = await Promise.all([1, 2, 3].map(async (mark): Promise<PackageFile> => {
        const file = join(folder, `film-${mark}.mp4`);
        await writeFile(file, Buffer.alloc(5 << 20, mark));
        return { path: `film-${mark}.mp4`, size: 5 << 20, type: 'video/mp4', compress: false, source: { file } };
      }));
      let before: { bytes: Uint8Array; mark: number | undefined } | null = null;
      let long = 0;
      for await (const piece of zipPieces(files)) {
        if (before !== null) expect(before.bytes[0]).toBe(before.mark);
        if ('place' in piece || piece.length < 1 << 20) continue;
        before = { bytes: piece, mark: piece[0] };
        long += 1;
      }
      expect(long).toBe(15);
    }));

  test('stopped in the middle, it leaves what was there before', () =>
    inFolder(async (folder) => {
      const out = join(folder, 'out.zip');
      await writeFile(out, 'the package of yesterday');
      const controller = new AbortController();
      await expect(packageToFile([film(8)], out, { signal: controller.signal, onProgress: () => controller.abort() })).rejects.toMatchObject({ code: 'ABORTED' });
      expect(await readdir(folder)).toEqual(['out.zip']);
      expect(await readFile(out, 'utf8')).toBe('the package of yesterday');
    }));

  test('a folder that is not there, and a folder in the place of the file, are said in a sentence', () =>
    inFolder(async (folder) => {
      await expect(packageToFile([film(1)], join(folder, 'no', 'out.zip'))).rejects.toMatchObject({ code: 'OUT_NOT_WRITABLE', message: expect.stringContaining('folder does not exist') });
      await mkdir(join(folder, 'taken'));
      await expect(packageToFile([film(1)], join(folder, 'taken'))).rejects.toMatchObject({ code: 'OUT_NOT_WRITABLE', message: expect.stringContaining('is a folder') });
      expect(await readdir(folder)).toEqual(['taken']);
    }));

  test('a device is not replaced by a package', async () => {
    const before = await lstat('/dev/null');
    await expect(packageToFile([film(1)], '/dev/null')).rejects.toMatchObject({ code: 'OUT_NOT_WRITABLE' });
    expect((await lstat('/dev/null')).ino).toBe(before.ino);
  });

  test('where a link stands, the file that it leads to is replaced', () =>
    inFolder(async (folder) => {
      await writeFile(join(folder, 'release.zip'), 'old');
      await symlink('release.zip', join(folder, 'latest.zip'));
      const { bytes } = await packageToFile([film(1)], join(folder, 'latest.zip'));
      expect((await lstat(join(folder, 'latest.zip'))).isSymbolicLink()).toBe(true);
      expect((await readFile(join(folder, 'release.zip'))).length).toBe(bytes);
    }));
});

describe('streaming a package', () => {
  test('a reader that stops reading stops the packaging', async () => {
    let made = 0;
    const endless: PackageFile = { path: 'film.mp4', size: 1 << 30, type: 'video/mp4', compress: false, source: { async *open() { for (let index = 0; index < 1024; index += 1) { made += 1; yield Buffer.alloc(1 << 20); } } } };
    const small = { ...film(1), path: 'a.mp4' };
    const stream = writePackage([small, small, small, small, small, small, endless]);
    await new Promise((resolve) => stream.once('readable', resolve));
    await wait(100);
    expect(made).toBe(0);
    stream.destroy();
    await wait(20);
    expect(made).toBe(0);
  });

  test('an error in the middle ends the stream with that error, not with a zip that looks whole', async () => {
    const stream = writePackage([{ ...film(2), size: 3 << 20 }]);
    await expect((async () => { for await (const chunk of stream) void chunk; })()).rejects.toMatchObject({ code: 'MEDIA_CHANGED' });
  });
});
