import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Reporter } from '../diagnostics/diagnostic.js';
import { startOfFile } from './source-text.js';

/** A regular file under the course folder. `stamp` changes when the file does, as far as the file system tells. */
export interface FileEntry { /** relative, with forward slashes */ path: string; absolute: string; bytes: number; stamp: string; /** last change, milliseconds since 1970 */ changed: number }
/** What lies in a course folder: regular files by path, and the folders. */
export interface CourseTree { root: string; files: Map<string, FileEntry>; folders: Set<string>; /** paths of what is there and was refused, which is reported */ refused: Set<string> }

export interface TreeLimits { files: number; depth: number }
const usualLimits: TreeLimits = { files: 20_000, depth: 12 };

/**
 * Lists a course folder without following links to folders or out of it; what begins with a dot is not seen.
 * What is refused is reported and left out. null: there is no such folder.
 */
export async function readTree(folder: string, reporter: Reporter, limits = usualLimits): Promise<CourseTree | null> {
  let root: string;
  try {
    root = await realpath(folder);
    if (!(await stat(root)).isDirectory()) {
      reporter.report('no-course-folder', '', startOfFile, 'The path names a file, not the folder of a course.');
      return null;
    }
  } catch {
    reporter.report('no-course-folder', '', startOfFile, 'There is no folder of that name.');
    return null;
  }
  const tree: CourseTree = { root, files: new Map(), folders: new Set(), refused: new Set() };
  await readFolder(tree, '', 0, limits, reporter);
  return tree;
}

async function readFolder(tree: CourseTree, path: string, depth: number, limits: TreeLimits, reporter: Reporter): Promise<void> {
  if (depth > limits.depth) {
    reporter.report('folders-too-deep', path, startOfFile, `Folders are nested more than ${limits.depth} deep here; what lies below is not read.`);
    return;
  }
  const listed = await readdir(join(tree.root, path), { withFileTypes: true }).catch(() => null);
  if (listed === null) {
    reporter.report('unreadable-file', path, startOfFile, 'The folder cannot be listed.');
    return;
  }
  listed.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of listed) {
    if (entry.name.startsWith('.') || entry.name.endsWith('~')) continue;
    const child = path === '' ? entry.name : `${path}/${entry.name}`;
    if (tree.files.size + tree.folders.size >= limits.files) {
      reporter.report('too-many-files', '', startOfFile, `The folder holds more than ${limits.files.toLocaleString('en')} files; the rest is not read.`);
      return;
    }
    if (entry.isDirectory()) {
      tree.folders.add(child);
      await readFolder(tree, child, depth + 1, limits, reporter);
    } else {
      await addFile(tree, child, reporter);
    }
  }
}

async function addFile(tree: CourseTree, path: string, reporter: Reporter): Promise<void> {
  const absolute = join(tree.root, path);
  try {
    const own = await lstat(absolute);
    tree.refused.add(path);
    const found = own.isSymbolicLink() ? await followLink(tree, path, absolute, reporter) : own;
    if (found === null) return;
    if (!found.isFile()) {
      reporter.report('not-a-file', path, startOfFile, 'This is neither a regular file nor a folder, so it is not read.');
      return;
    }
    tree.refused.delete(path);
    tree.files.set(path, { path, absolute, bytes: found.size, stamp: `${found.size}:${found.mtimeMs}:${found.ino}`, changed: found.mtimeMs });
  } catch {
    reporter.report('unreadable-file', path, startOfFile, 'The file vanished or cannot be looked at.');
  }
}

async function followLink(tree: CourseTree, path: string, absolute: string, reporter: Reporter): Promise<Awaited<ReturnType<typeof stat>> & { size: number; mtimeMs: number; ino: number } | null> {
  let target: string;
  try {
    target = await realpath(absolute);
  } catch (error) {
    const looped = typeof error === 'object' && error !== null && 'code' in error && error.code === 'ELOOP';
    reporter.report(looped ? 'link-loop' : 'broken-link-file', path, startOfFile,
      looped ? 'This symbolic link leads back to itself.' : 'This symbolic link leads to a file that does not exist.');
    return null;
  }
  if (target !== tree.root && !target.startsWith(tree.root + sep)) {
    reporter.report('link-outside', path, startOfFile, 'This symbolic link leads out of the course folder.');
    return null;
  }
  const found = await stat(target);
  if (found.isDirectory()) {
    reporter.report('link-to-folder', path, startOfFile, 'This symbolic link leads to a folder.');
    return null;
  }
  return found;
}
