import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { appendFile, mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageOptionsOf } from '@preceptor/course/delivery';
import type { PackageFile } from '../files.js';
import { packageToFile, packageToFileDigested, type DigestedPackage } from '../write.js';
import { cachedPackage, copyPackage, findPackage, keepPackage } from './package-cache.js';
import { packageKey } from './package-key.js';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'preceptor-cache-'))));
afterEach(() => rm(folder, { recursive: true }));

const film = (byte: number): PackageFile => ({ path: 'film.mp4', size: 1000, type: 'video/mp4', compress: false, source: { bytes: Buffer.alloc(1000, byte) } });
const making = (byte: number, made: number[] = []) => (out: string): Promise<DigestedPackage> => (made.push(byte), packageToFileDigested([film(byte)], out));

describe('a cache of packages', () => {
  test('makes a package once and gives the same bytes again', async () => {
    const made: number[] = [];
    const first = await cachedPackage(folder, 'a', making(1, made));
    const second = await cachedPackage(folder, 'a', making(1, made));
    expect(made).toEqual([1]);
    expect([first.made, second.made]).toEqual([true, false]);
    expect(second).toMatchObject({ file: first.file, sha256: first.sha256, bytes: (await readFile(first.file)).length });
  });

  test.each(['grew', 'was overwritten by as many bytes', 'lost its note'])('makes a package again when the one kept %s', async (how) => {
    const { file } = await cachedPackage(folder, 'a', making(1));
    const whole = await readFile(file);
    if (how === 'grew') await appendFile(file, 'x');
    else if (how === 'lost its note') await rm(join(folder, 'a.json'));
    else await writeFile(file, Buffer.alloc(whole.length));
    const again = await cachedPackage(folder, 'a', making(1));
    expect(again.made).toBe(true);
    expect((await readFile(again.file)).equals(whole)).toBe(true);
  });

  test('holds nothing of a package that could not be made', async () => {
    await expect(cachedPackage(folder, 'a', async (out) => { await writeFile(out, 'half'); throw new Error('the disk is full'); })).rejects.toThrow('the disk is full');
    expect(await readdir(folder)).toEqual([]);
  });

  test('is whole when several make the same package at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => cachedPackage(folder, 'a', making(1))));
    expect(new Set(all.map(({ sha256 }) => sha256)).size).toBe(1);
    expect(await findPackage(folder, 'a')).toMatchObject({ sha256: all[0]?.sha256 });
    expect((await readdir(folder)).sort()).toEqual(['a.json', 'a.zip']);
  });

  test('makes room by what was used longest ago, and never by what is being fetched', async () => {
    const { bytes } = await cachedPackage(folder, 'a', making(1));
    await cachedPackage(folder, 'b', making(2));
    const hourAgo = new Date(Date.now() - 3_600_000);
    for (const key of ['a', 'b']) await utimes(join(folder, `${key}.json`), hourAgo, hourAgo);
    await findPackage(folder, 'a');
    await cachedPackage(folder, 'c', making(3), { maxBytes: bytes * 2 });
    expect((await readdir(folder)).filter((name) => name.endsWith('.zip')).sort()).toEqual(['a.zip', 'c.zip']);
    await cachedPackage(folder, 'd', making(4), { maxBytes: bytes });
    expect((await readdir(folder)).filter((name) => name.endsWith('.zip')).sort()).toEqual(['a.zip', 'c.zip', 'd.zip']);
  });

  test('sweeps away what a killed process left a day ago', async () => {
    const left = join(folder, 'a.0123.making');
    await writeFile(left, 'half');
    const longAgo = new Date(Date.now() - 48 * 3_600_000);
    await utimes(left, longAgo, longAgo);
    await cachedPackage(folder, 'b', making(2));
    expect((await readdir(folder)).sort()).toEqual(['b.json', 'b.zip']);
  });

  test('keeps what was written elsewhere, and is silent where it can\'t be written', async () => {
    const out = join(folder, 'out.zip');
    const written = await packageToFile([film(1)], out);
    await keepPackage(join(folder, 'cache'), 'a', out, written);
    expect(await findPackage(join(folder, 'cache'), 'a')).toEqual(written);
    await mkdir(join(folder, 'no'));
    await writeFile(join(folder, 'no/file'), '');
    await keepPackage(join(folder, 'no/file'), 'a', out, written);
    expect(await findPackage(join(folder, 'no/file'), 'a')).toBeNull();
  });
});

describe('a copy of a kept package', () => {
  test('is the same bytes', async () => {
    const { file } = await cachedPackage(folder, 'a', making(1));
    const out = join(folder, 'out.zip');
    expect(await copyPackage(folder, 'a', out)).toMatchObject({ bytes: (await readFile(file)).length });
    expect((await readFile(out)).equals(await readFile(file))).toBe(true);
    expect(await copyPackage(folder, 'b', out)).toBeNull();
  });

  test('is not made of a damaged one, and what stood in its place is still there', async () => {
    const { file, bytes } = await cachedPackage(folder, 'a', making(1));
    await writeFile(file, Buffer.alloc(bytes));
    const out = join(folder, 'out.zip');
    await writeFile(out, 'the package of yesterday');
    expect(await copyPackage(folder, 'a', out)).toBeNull();
    expect(await readFile(out, 'utf8')).toBe('the package of yesterday');
    expect(await readdir(folder)).toEqual(['out.zip']);
  });
});

describe('the key of a package', () => {
  const input = { hash: 'ab'.repeat(32), player: { script: Buffer.from('x'), words: { en: {} } }, standard: 'site', options: packageOptionsOf(undefined), code: '1' };
  test('is the same for the same, and another when anything that the package is made from is another', async () => {
    const key = await packageKey(input);
    expect(await packageKey({ ...input, options: packageOptionsOf(undefined, {}) })).toBe(key);
    const others = await Promise.all([{ hash: 'cd'.repeat(32) }, { standard: 'cmi5' }, { code: '2' }, { options: packageOptionsOf(undefined, { attempts: 1 }) }, { player: { ...input.player, script: Buffer.from('y') } }, { player: { ...input.player, words: { en: { next: 'On' } } } }].map((other) => packageKey({ ...input, ...other })));
    expect(new Set([key, ...others]).size).toBe(7);
  });
});
