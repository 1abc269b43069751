import type { Archive } from './archive/archive.js';
import { checkCmi5 } from './manifest/cmi5.js';
import { editionOf } from './manifest/edition.js';
import { findManifest } from './manifest/find.js';
import { manifestOf } from './manifest/model.js';
import { checkScorm } from './manifest/scorm.js';
import type { FindingList } from './findings/finding-list.js';
import type { Limits } from './limits.js';
import { readXml } from './markup/xml.js';
import { checkFiles } from './files.js';
import { checkPages } from './pages/check.js';
import { validate } from './schema/validate.js';
import type { PackageFacts } from './verification.js';

/** What reading a package without playing it told. */
export interface Looked { facts: PackageFacts }

/** Everything that can be known without running a script. Throws a Refusal where nothing more can be looked at. */
export async function look(archive: Archive, limits: Limits, findings: FindingList, signal?: AbortSignal): Promise<Looked> {
  const file = findManifest(archive, findings);
  const xml = await readXml(file, await archive.read(file), limits);
  const standard = editionOf(file, xml.root, findings);
  if (standard !== null) {
    const { errors, extensions } = await validate(xml, standard);
    for (const { line, message } of errors) findings.add('schema-invalid', file, { line, column: 1 }, message);
    const vendors = new Map(extensions.map((element) => [element.namespace, element]));
    for (const [namespace, element] of vendors) findings.add('vendor-extension', file, element.place, `<${element.name}> is of the namespace ${JSON.stringify(namespace)}, which the standard does not know.`);
  }
  const known = { archive, file, standard, findings };
  const told = standard === 'cmi5' ? checkCmi5(xml.root, known) : checkScorm(manifestOf(xml.root), known);
  checkFiles(archive, told.listed, file, findings);
  await archive.checkAll(signal);
  await checkPages(archive, { standard, launched: told.launched }, limits, findings);
  const sizes = archive.files.map(({ path, bytes }) => ({ file: path, bytes })).sort((a, b) => b.bytes - a.bytes);
  return {
    facts: { standard, identifier: told.identifier, title: told.title, activities: told.activities, files: sizes.length, bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0), largest: sizes.slice(0, 10) },
  };
}
