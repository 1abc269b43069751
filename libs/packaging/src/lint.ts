import type { PackageFile } from './files.js';
import { nameProblem } from './names.js';

export interface PackageProblem {
  code: /** a name that some LMS would trip on */ 'NAME' | /** two files of one name, or of names that differ in case only */ 'CLASH' | /** a file that must be there is not */ 'MISSING' | /** the manifest's list and the package's differ */ 'LISTING';
  path: string;
  message: string;
}

export interface LintRules {
  /** the manifest's path; null: the standard has none */
  manifest: string | null;
  /** what an LMS or a browser opens */
  pages: readonly string[];
}

/** Everything wrong with a list of package files; empty when nothing is. */
export function lintPackage(files: readonly PackageFile[], { manifest, pages }: LintRules): PackageProblem[] {
  const needed = [...(manifest === null ? [] : [manifest]), ...pages, 'player.js'];
  return [...nameProblems(files), ...clashes(files), ...missing(files, needed), ...(manifest === null ? [] : listingProblems(files, manifest))];
}

function nameProblems(files: readonly PackageFile[]): PackageProblem[] {
  return files.flatMap(({ path }) => {
    const problem = nameProblem(path);
    return problem === null ? [] : [{ code: 'NAME', path, message: `The name ${JSON.stringify(path)} can't stand in a package: it ${problem}.` } as const];
  });
}

function clashes(files: readonly PackageFile[]): PackageProblem[] {
  const seen = new Map<string, string>();
  const problems: PackageProblem[] = [];
  for (const { path } of files) {
    const other = seen.get(path.toLowerCase());
    if (other === undefined) seen.set(path.toLowerCase(), path);
    else problems.push({ code: 'CLASH', path, message: other === path ? `Two files are called ${path}; a lesson or assessment needs another id.` : `${path} and ${other} differ in case only, which is one name on Windows.` });
  }
  return problems;
}

function missing(files: readonly PackageFile[], needed: readonly string[]): PackageProblem[] {
  const paths = new Set(files.map(({ path }) => path));
  return needed.filter((path) => !paths.has(path)).map((path) => ({ code: 'MISSING', path, message: `${path} is missing from the package.` }));
}

/** Control files stand beside what the manifest lists: the manifest itself and the schemas at the root (SCORM 2004 4th Ed. CAM 3.3). */
const control = /^(imsmanifest\.xml|[^/]+\.(xsd|dtd))$/;

function listingProblems(files: readonly PackageFile[], manifest: string): PackageProblem[] {
  const source = files.find(({ path }) => path === manifest)?.source;
  if (source === undefined || !('bytes' in source)) return [];
  const text = Buffer.from(source.bytes).toString('utf8');
  const held = new Set(files.map(({ path }) => path).filter((path) => !control.test(path)));
  const lost = (listed: Iterable<string>): PackageProblem[] => [...listed].filter((path) => !held.has(path)).map((path) => ({ code: 'LISTING', path, message: `The manifest lists ${path}, which is not in the package.` }));
  // cmi5 lists what is opened and nothing else (cmi5, 14.1.2).
  if (manifest !== 'imsmanifest.xml') return lost([...text.matchAll(/<url>([^<?]*)/g)].map(([, url]) => url ?? ''));
  const listed = new Set([...text.matchAll(/<file href="([^"]*)"/g)].map(([, href]) => href ?? ''));
  const unlisted = [...held].filter((path) => !listed.has(path)).map((path) => ({ code: 'LISTING', path, message: `${path} is in the package, but the manifest does not list it.` }) as const);
  return [...unlisted, ...lost(listed)];
}
