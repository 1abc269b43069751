import type { Archive } from './archive/archive.js';
import type { FindingList } from './findings/finding-list.js';

const megabyte = 1_000_000;
const stray = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\.git\/|\.svn\/|~\$)|(~|\.bak|\.swp)$/i;
const control = /^[^/]+\.(xsd|dtd)$|^(imsmanifest|cmi5)\.xml$/i;
const uncompressed = /\.(wav|aiff?|bmp|tiff?)$/i;
const film = /\.(mp4|m4v|mov|webm|avi|mpe?g|wmv|flv)$/i;
const picture = /\.(png|jpe?g|gif|webp|avif|bmp|tiff?)$/i;

/** Names and weights of the files in a zip; `listed`: the paths that its manifest names, null where a standard has no list. */
export function checkFiles(archive: Archive, listed: ReadonlySet<string> | null, manifest: string, findings: FindingList): void {
  const { files } = archive;
  const strays = files.filter(({ path }) => stray.test(path)).map(({ path }) => path);
  if (strays.length > 0) findings.add('file-stray', strays[0] ?? '', null, `${strays.length === 1 ? 'One file is' : `${strays.length} files are`} of no use to the course: ${few(strays)}.`);
  const unlisted = listed === null ? [] : files.map(({ path }) => path).filter((path) => !listed.has(path) && !control.test(path) && path !== manifest && !stray.test(path));
  if (unlisted.length > 0) findings.add('file-unlisted', unlisted[0] ?? '', null, `${unlisted.length === 1 ? 'One file is' : `${unlisted.length} files are`} not listed in the manifest: ${few(unlisted)}.`);
  const awkward = files.map(({ path }) => path).filter((path) => /[^\x21-\x7e]/.test(path));
  if (awkward.length > 0) findings.add('name-awkward', awkward[0] ?? '', null, `${awkward.length === 1 ? 'One name has' : `${awkward.length} names have`} spaces or letters beyond ASCII: ${few(awkward)}.`);
  const flash = files.map(({ path }) => path).filter((path) => /\.(swf|flv)$/i.test(path));
  if (flash.length > 0) findings.add('file-flash', flash[0] ?? '', null, `${flash.length === 1 ? 'One file is' : `${flash.length} files are`} Flash: ${few(flash)}.`);
  const lower = new Map<string, string>();
  for (const { path, bytes } of files) {
    if (path.length > 200) findings.add('name-long', path, null, `The path has ${path.length} characters.`);
    const other = lower.get(path.toLowerCase());
    if (other !== undefined) findings.add('names-alike', path, null, `${JSON.stringify(other)} and ${JSON.stringify(path)} differ in capital letters only.`);
    lower.set(path.toLowerCase(), path);
    if (uncompressed.test(path) && bytes > 100_000) findings.add('media-uncompressed', path, null, `${path} takes ${megabytes(bytes)} uncompressed.`);
    const most = (film.test(path) ? 100 : picture.test(path) ? 2 : 20) * megabyte;
    if (bytes > most) findings.add('file-heavy', path, null, `${path} takes ${megabytes(bytes)}.`);
  }
  if (archive.bytes > 500 * megabyte) findings.add('package-heavy', '', null, `The zip takes ${megabytes(archive.bytes)}.`);
}

function few(paths: readonly string[]): string {
  return paths.length > 5 ? `${paths.slice(0, 5).join(', ')} and ${paths.length - 5} more` : paths.join(', ');
}

function megabytes(bytes: number): string {
  return `${(bytes / megabyte).toFixed(1)} MB`;
}
