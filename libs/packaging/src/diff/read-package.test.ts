import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiledCourse } from '../../../../test/fixtures/compiled-course.js';
import { packageFiles } from '../package-files.js';
import { packageToFile } from '../write.js';
import { identityInZip } from './read-package.js';

let folder = '';
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'preceptor-diff-')); });
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A zip of files by path. */
async function zipOf(files: [path: string, bytes: Uint8Array][], compress = true): Promise<string> {
  const file = join(folder, `${Math.random().toString(36).slice(2)}.zip`);
  await packageToFile(files.map(([path, bytes]) => ({ path, size: bytes.length, type: 'application/json', compress, source: { bytes } })), file);
  return file;
}
const why = (file: string): Promise<string> => identityInZip(file).then(() => 'it was read', (error: unknown) => (error instanceof Error && error.name === 'NotComparable' ? error.message : `${String(error)}`));

describe('a package of ours', () => {
  test('says what it is', async () => {
    const files = await packageFiles({ course: compiledCourse(), hash: 'ab'.repeat(32), media: { root: folder }, player: { script: Buffer.from('1'), words: {} }, standard: 'scorm-1.2' });
    const file = join(folder, 'ours.zip');
    await packageToFile(files, file);
    expect(await identityInZip(file)).toMatchObject({ course: { id: 'lighthouse' }, standard: 'scorm-1.2', outline: { title: 'Keeping a lighthouse' } });
  });
});

describe('what is refused with a sentence', () => {
  test('a package of somebody else', async () => expect(await why(await zipOf([['imsmanifest.xml', Buffer.from('<manifest/>')]]))).toContain('was not made by Preceptor'));
  test('a file that is no zip', async () => {
    const file = join(folder, 'notes.txt');
    await writeFile(file, 'notes');
    expect(await why(file)).toBe('is no zip, or a damaged one');
  });
  test('a file that is not there', async () => expect(await why(join(folder, 'none.zip'))).toBe('is not there or may not be read'));
  test('something that is no package said by the right name', async () => expect(await why(await zipOf([['preceptor.json', Buffer.from('{"format":"preceptor-package/9"}')]]))).toContain('was made by another version of Preceptor'));
  test('a bomb of zeros', async () => expect(await why(await zipOf([['preceptor.json', Buffer.alloc(33 * 1024 * 1024)]]))).toBe('has a preceptor.json of more than 32 MB'));
  test('a bomb that says that it is small', async () => {
    const file = await zipOf([['preceptor.json', Buffer.alloc(8 * 1024 * 1024)]]);
    const bytes = await readFile(file);
    for (const [signature, at] of [[0x04034b50, 22], [0x02014b50, 24]] as const) {
      const start = bytes.indexOf(Buffer.from([signature & 255, (signature >> 8) & 255, (signature >> 16) & 255, signature >> 24]));
      bytes.writeUInt32LE(10, start + at);
    }
    await writeFile(file, bytes);
    expect(await why(file)).toBe('is a damaged zip');
  });
  test('two answers to what it is', async () => {
    const file = await zipOf([['preceptor.json', Buffer.from('{}')], ['preceptor.jsom', Buffer.from('{}')]]);
    await writeFile(file, Buffer.from((await readFile(file)).toString('latin1').replaceAll('preceptor.jsom', 'preceptor.json'), 'latin1'));
    expect(await why(file)).toBe('holds preceptor.json twice');
  });
  test('bytes that are not those that were zipped', async () => {
    const file = await zipOf([['preceptor.json', Buffer.from('{"format":"preceptor-package/1"}')]], false);
    await writeFile(file, Buffer.from((await readFile(file)).toString('latin1').replace('package/1', 'package/7'), 'latin1'));
    expect(await why(file)).toBe('is a damaged zip');
  });
  test('JSON that is nested without end', async () => expect(await why(await zipOf([['preceptor.json', Buffer.from('['.repeat(500_000))]]))).toContain('can\'t be read'));
});
