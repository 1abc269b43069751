import { describe, expect, test } from '@jest/globals';
import type { PackageFile } from './files.js';
import { lintPackage } from './lint.js';

const file = (path: string, text = ''): PackageFile => ({ path, size: text.length, type: 'text/plain', compress: true, source: { bytes: Buffer.from(text) } });
const manifest = (...hrefs: string[]): PackageFile => file('imsmanifest.xml', hrefs.map((href) => `<file href="${href}"/>`).join(''));
const sound = [manifest('index.html', 'player.js'), file('index.html'), file('player.js')];
const codes = (files: PackageFile[]): string[] => lintPackage(files, { manifest: 'imsmanifest.xml', pages: ['index.html'] }).map(({ code }) => code);

describe('looking over a package', () => {
  test('finds nothing in a sound one', () => expect(codes(sound)).toEqual([]));
  test('finds a file that the manifest does not list', () => expect(codes([...sound, file('content/extra.js')])).toEqual(['LISTING']));
  test('finds a file that the manifest lists and the package lacks', () => expect(codes([manifest('index.html', 'player.js', 'gone.js'), ...sound.slice(1)])).toEqual(['LISTING']));
  test('needs no schema listed', () => expect(codes([...sound, file('imscp_v1p1.xsd')])).toEqual([]));
  test('finds a package without a page or a manifest', () => expect(codes([file('player.js')]).filter((code) => code === 'MISSING')).toHaveLength(2));
  test('finds names that differ in case only', () => expect(codes([...sound, file('A.js'), file('a.js')])).toContain('CLASH'));
  test.each(['../up.js', '/root.js', 'a//b.js', 'nul.js', 'with space.js', 'ü.js', 'end.', `${'x'.repeat(65)}.js`])('finds the name %s', (path) => expect(codes([...sound, file(path)])).toContain('NAME'));
});
