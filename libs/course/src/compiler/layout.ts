import type { Reporter } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/suggest.js';
import { startOfFile } from '../files/source-text.js';
import type { CourseTree, FileEntry } from '../files/tree.js';

/** The files of one folder under units/. */
export interface UnitLayout { folder: string; unit: FileEntry | null; lessons: FileEntry[]; checks: FileEntry | null; bank: FileEntry | null; assessment: FileEntry | null }
/** Which file is what, by its place and name. */
export interface Layout { course: FileEntry | null; statements: FileEntry | null; glossary: FileEntry | null; units: UnitLayout[]; banks: FileEntry[] }

const topFiles = ['course.yaml', 'statements.yaml', 'glossary.yaml'];
const unitFiles = ['unit.yaml', 'checks.yaml', 'bank.yaml', 'assessment.yaml'];
const topFolders = ['units', 'banks', 'media', 'translations'];
/** Files that lie beside a course and say something to people. */
export const passedOver = /^(?:readme|licen[cs]e|changelog|notes?)(?:\.[a-z]+)?$/i;

/** Sorts the files of a course folder into their roles; reports those that are missing and those that have none. */
export function layoutOf(tree: CourseTree, reporter: Reporter): Layout {
  const file = (path: string): FileEntry | null => fileAt(tree, path, reporter);
  const required = (path: string, what: string): FileEntry | null => {
    const found = file(path);
    if (found === null && !tree.folders.has(path) && !tree.refused.has(path)) reporter.report('missing-file', path, startOfFile, `There is no ${path}: ${what}.`);
    return found;
  };
  for (const folder of topFolders) {
    if (tree.files.has(folder)) reporter.report('not-a-folder', folder, startOfFile, `${folder} is a file, but a folder is expected.`);
  }
  const names = [...tree.files.keys()].sort();
  const unitFolders = [...tree.folders].filter((folder) => /^units\/[^/]+$/.test(folder)).sort();
  const units = unitFolders.map((folder): UnitLayout => ({
    folder,
    unit: required(`${folder}/unit.yaml`, 'a unit says there what it is called'),
    lessons: names.filter((name) => name.startsWith(`${folder}/`) && /^[^/]+\.md$/.test(name.slice(folder.length + 1)) && !passedOver.test(name.slice(folder.length + 1)))
      .flatMap((name) => file(name) ?? []),
    checks: file(`${folder}/checks.yaml`),
    bank: file(`${folder}/bank.yaml`),
    assessment: file(`${folder}/assessment.yaml`),
  }));
  if (units.length === 0) reporter.report('no-units', 'units', startOfFile, 'The course has no units.');
  for (const unit of units) {
    if (unit.lessons.length === 0 && unit.assessment === null) reporter.report('empty-unit', unit.folder, startOfFile, 'This unit has neither a lesson nor an assessment.');
  }
  const layout: Layout = {
    course: required('course.yaml', 'it says what the course is'),
    statements: required('statements.yaml', 'it lists what the course teaches'),
    glossary: file('glossary.yaml'),
    units,
    banks: names.filter((name) => /^banks\/[^/]+\.yaml$/.test(name)).flatMap((name) => file(name) ?? []),
  };
  reportStrangers(names, layout, reporter);
  return layout;
}

/** The files of a course that hold text, whatever they are, in the order of the layout. */
export function textFiles(layout: Layout): FileEntry[] {
  return [layout.course, layout.statements, layout.glossary, ...layout.banks,
    ...layout.units.flatMap((unit) => [unit.unit, ...unit.lessons, unit.checks, unit.bank, unit.assessment])].filter((entry) => entry !== null);
}

function fileAt(tree: CourseTree, path: string, reporter: Reporter): FileEntry | null {
  if (tree.folders.has(path)) reporter.report('not-a-file', path, startOfFile, `${path} is a folder, but a file is expected.`);
  return tree.files.get(path) ?? null;
}

function reportStrangers(names: readonly string[], layout: Layout, reporter: Reporter): void {
  const known = new Set(textFiles(layout).map((entry) => entry.path));
  for (const name of names) {
    const base = name.slice(name.lastIndexOf('/') + 1);
    if (known.has(name) || name.startsWith('media/') || /^translations\/[^/]+\//.test(name) || topFolders.includes(name) || passedOver.test(base)) continue;
    const expected = name.startsWith('units/') ? unitFiles : topFiles;
    const near = nearest(base, expected);
    reporter.report('unexpected-file', name, startOfFile, 'This file is no part of the course and is not read.', near === null ? undefined : `Did you mean "${near}"?`);
  }
}
