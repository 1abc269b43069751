import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changed, scorm12 } from './testing/foreign.js';
import { zipOf, type ZipEntry } from './testing/zip.js';
import type { Verification } from './verification.js';
import { verifyPackage } from './verify.js';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'preceptor-hostile-'))));
afterAll(() => rm(folder, { recursive: true }));

async function verified(zip: Buffer): Promise<Verification> {
  const file = join(folder, 'hostile.zip');
  await writeFile(file, zip);
  return verifyPackage(file, { play: false });
}

const plain: ZipEntry[] = Object.entries(scorm12).map(([name, data]) => ({ name, data }));
const named = (name: string): Buffer => zipOf([...plain, { name, data: 'x' }]);
const manifest = (data: string | Buffer, deflate = false): Buffer => zipOf([{ name: 'imsmanifest.xml', data, deflate }]);
const laughs = `<?xml version="1.0"?><!DOCTYPE manifest [<!ENTITY l0 "ha">${Array.from({ length: 30 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join('')}]><manifest>&l30;</manifest>`;

describe('a hostile file is refused within two seconds, with the reason', () => {
  test.each<[string, () => Buffer, string]>([
    ['a name that climbs out', () => named('a/../../b.html'), 'VER003'],
    ['an absolute name', () => named('/etc/cron.d/x'), 'VER003'],
    ['a drive letter', () => named('C:/x.html'), 'VER003'],
    ['a backslash', () => named('a\\..\\..\\x.html'), 'VER003'],
    ['a name with a line break', () => named('a\nb.html'), 'VER003'],
    ['a symbolic link', () => zipOf([...plain, { name: 'l', data: '/', mode: 0o120777 }]), 'VER004'],
    ['a device', () => zipOf([...plain, { name: 'd', data: '', mode: 0o020666 }]), 'VER004'],
    ['the same file under two spellings of its name', () => named('./index.html'), 'VER005'],
    ['an encrypted file', () => zipOf([...plain, { name: 's', data: 'x'.repeat(13), claims: 1, flags: 0x801 }]), 'VER006'],
    ['a thousand files that share their bytes', () => zipOf([{ name: 'a', data: 'shared' }, ...Array.from({ length: 1_000 }, (_, index) => ({ name: `b${index}`, data: 'shared', at: 0 }))]), 'VER007'],
    ['a file of 300 MB in 300 kB', () => zipOf([...plain, { name: 'zeros', data: Buffer.alloc(300_000_000), deflate: true }]), 'VER009'],
    ['many files that unpack to far more than they take', () => zipOf(Array.from({ length: 20 }, (_, index) => ({ name: `z${index}`, data: Buffer.alloc(9_000_000), deflate: true }))), 'VER009'],
    ['a file that unpacks to more than it says', () => zipOf([...plain, { name: 'liar.txt', data: Buffer.alloc(5_000_000), deflate: true, claims: 10 }]), 'VER009'],
    ['an entity that reads a file', () => manifest('<?xml version="1.0"?><!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><manifest>&x;</manifest>'), 'VER016'],
    ['a document type from the network', () => manifest('<!-- x --><!DOCTYPE manifest SYSTEM "http://127.0.0.1:9/x.dtd"><manifest/>'), 'VER016'],
    ['a billion laughs', () => manifest(laughs), 'VER016'],
    ['entities without an end in UTF-16', () => manifest(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(laughs, 'utf16le')])), 'VER016'],
    ['10 MB of attributes', () => manifest(`<manifest ${Array.from({ length: 500_000 }, (_, index) => `attribute${index}="x"`).join(' ')}/>`, true), 'VER017'],
    ['3 MB of attributes', () => manifest(`<manifest ${Array.from({ length: 150_000 }, (_, index) => `attribute${index}="x"`).join(' ')}/>`, true), 'VER017'],
    ['elements inside each other without an end', () => manifest('<a>'.repeat(500_000), true), 'VER017'],
    ['quotation marks that never close', () => manifest(`<manifest ${'a=" '.repeat(400_001)}`, true), 'VER017'],
    ['UTF-16 without a byte order mark', () => manifest(Buffer.from(scorm12['imsmanifest.xml'] ?? '', 'utf16le')), 'VER015'],
    ['bytes that are not the UTF-8 that is declared', () => manifest(Buffer.from([...Buffer.from('<?xml version="1.0" encoding="UTF-8"?><manifest>'), 0xff, 0xfe, 0xfd])), 'VER015'],
    ['an encoding that nobody knows', () => manifest('<?xml version="1.0" encoding="EBCDIC-X"?><manifest/>'), 'VER015'],
    ['a zip that was cut short', () => zipOf(plain).subarray(0, -40), 'VER002'],
    ['an empty file', () => Buffer.alloc(0), 'VER001'],
  ])('%s', async (_what, made, code) => {
    const zip = made();
    const began = performance.now();
    const { verdict, findings, rehearsal } = await verified(zip);
    expect(findings.filter(({ severity }) => severity === 'error').map((finding) => finding.code)).toEqual([code]);
    expect([verdict, rehearsal]).toEqual(['refused', null]);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

test('a manifest in UTF-16 with its mark is read like any other', async () => {
  const text = changed(scorm12, 'imsmanifest.xml', 'encoding="UTF-8"', 'encoding="UTF-16"')['imsmanifest.xml'] ?? '';
  const { verdict, package: facts } = await verified(zipOf([...plain.slice(1), { name: 'imsmanifest.xml', data: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]) }]));
  expect([verdict, facts?.title]).toEqual(['fine', 'Knots']);
});

test('words of a package move no cursor and turn no text around', async () => {
  const { findings } = await verified(zipOf([...plain.slice(1), { name: 'imsmanifest.xml', data: changed(scorm12, 'imsmanifest.xml', 'href="course.js"', 'href="a\u202eb\u009b.js"')['imsmanifest.xml'] ?? '' }]));
  expect(findings.length).toBeGreaterThan(0);
  expect(JSON.stringify(findings)).not.toMatch(/[\u202e\u009b]/);
});

test('a script that nests without an end is told, and the rest is still looked at', async () => {
  const { findings } = await verified(zipOf([...plain.filter(({ name }) => name !== 'course.js'), { name: 'course.js', data: `LMSInitialize(${'['.repeat(200_000)}` }]));
  expect(findings.map(({ code }) => code)).toContain('VER410');
});
