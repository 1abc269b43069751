import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cmi5, scorm12, scorm2004, type Files } from '../testing/foreign.js';
import { provocations } from '../testing/provocations.js';
import { zipOf } from '../testing/zip.js';
import type { Verification } from '../verification.js';
import { verifyPackage } from '../verify.js';
import { verifyMarkdown } from './document.js';
import { findingEntries } from './registry.js';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'preceptor-verify-'))));
afterAll(() => rm(folder, { recursive: true }));

async function verified(zip: Buffer): Promise<Verification> {
  const file = join(folder, 'package.zip');
  await writeFile(file, zip);
  return verifyPackage(file, { play: false });
}

/** Weighs half a gigabyte, so it is not made for a test. */
const tooHeavyToMake = ['package-heavy'];
const looked = findingEntries().filter(([name, { code }]) => code < 'VER600' && !tooHeavyToMake.includes(name));

describe('every code', () => {
  test.each(looked)('%s is said when its cause stands in a package, and points there', async (name, entry) => {
    const provocation = provocations[name];
    expect(provocation).toBeDefined();
    const { findings, verdict } = await verified(provocation?.zip ?? Buffer.alloc(0));
    const said = findings.filter(({ code }) => code === entry.code);
    expect(said.map(({ file, line }) => (line === null ? file : `${file}:${line}`))).toContain(provocation?.at);
    expect(verdict).toBe(entry.severity === 'error' ? (/^VER0/.test(entry.code) ? 'refused' : 'objections') : verdict);
  });

  test('has a number of its own, in rising order, and explains itself in sentences', () => {
    const codes = findingEntries().map(([, { code }]) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
    for (const [, { explanation, mend, code }] of findingEntries()) expect([code, explanation.endsWith('.'), mend.endsWith('.')]).toEqual([code, true, true]);
  });

  test('is listed in docs/verify.md (npm run generate)', async () => {
    expect(await readFile(join(import.meta.dirname, '../../../../../docs/verify.md'), 'utf8')).toBe(verifyMarkdown());
  });
});

test('a Common Cartridge, whose namespaces look like those of SCORM, is not taken for SCORM', async () => {
  const { findings } = await verified(zipOf([{ name: 'imsmanifest.xml', data: '<manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p2/imscp_v1p1"><metadata><schema>IMS Common Cartridge</schema><schemaversion>1.2.0</schemaversion></metadata></manifest>' }]));
  expect(findings.map(({ code }) => code)).toContain('VER101');
});

describe('a sound package of another tool', () => {
  test.each<[string, Files]>([['SCORM 1.2', scorm12], ['SCORM 2004', scorm2004], ['cmi5', cmi5]])('for %s comes out clean', async (_name, files) => {
    const { findings, verdict } = await verified(zipOf(Object.entries(files).map(([name, data]) => ({ name, data }))));
    expect(findings).toEqual([]);
    expect(verdict).toBe('fine');
  });
});
