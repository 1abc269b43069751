import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { unpackedFont } from './unpacked-font.js';

/** A font for what Roboto lacks; `family`: which of a collection. */
export interface OtherFont { bytes: Buffer; family: string | null }

const require = createRequire(import.meta.url);
/** Noto under the SIL Open Font License as npm has it: taken where it is installed beside Preceptor. The file with all letters of a script is named by the script. */
const packages: Readonly<Record<string, readonly string[]>> = {
  'noto-sans-arabic': ['arabic'], 'noto-sans-hebrew': ['hebrew'], 'noto-sans-devanagari': ['devanagari'], 'noto-sans-thai': ['thai'], 'noto-sans-jp': ['japanese'], 'noto-sans-kr': ['korean'], 'noto-sans-sc': ['chinese-simplified'], 'noto-sans-tc': ['chinese-traditional'],
};
/** Where systems keep fonts with many scripts. */
const system: readonly (readonly [path: string, family: string | null])[] = [
  ['/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf', null], ['/usr/share/fonts/truetype/noto/NotoSansHebrew-Regular.ttf', null], ['/usr/share/fonts/truetype/noto/NotoSansDevanagari-Regular.ttf', null],
  ['/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', 'NotoSansCJKsc-Regular'], ['/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf', null], ['/usr/share/fonts/dejavu/DejaVuSans.ttf', null],
];

let found: OtherFont[] | null = null;
let foundFor = '';

/** Fonts for what Roboto lacks, those that are named first, then Noto of npm, then the system's. Read when the first letter is missing, once. */
export function otherFonts(named: readonly string[]): readonly OtherFont[] {
  if (found === null || foundFor !== named.join(',')) {
    foundFor = named.join(',');
    found = [
      ...named.map((path) => ({ bytes: bytesOf(path), family: null })),
      ...Object.entries(packages).flatMap(([name, scripts]) => scripts.flatMap((script) => ofPackage(name, script))),
      ...system.flatMap(([path, family]) => (existsSync(path) ? [{ bytes: readFileSync(path), family }] : [])),
    ];
  }
  return found;
}

const bytesOf = (path: string): Buffer => (/\.woff$/i.test(path) ? unpackedFont(path) : readFileSync(path));

function ofPackage(name: string, script: string): OtherFont[] {
  try {
    const files = join(dirname(require.resolve(`@fontsource/${name}/package.json`)), 'files');
    const file = readdirSync(files).find((each) => each === `${name}-${script}-400-normal.woff`);
    return file === undefined ? [] : [{ bytes: unpackedFont(join(files, file)), family: null }];
  } catch {
    return [];
  }
}
