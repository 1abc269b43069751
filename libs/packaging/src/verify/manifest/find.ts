import type { Archive } from '../archive/archive.js';
import type { FindingList } from '../findings/finding-list.js';
import { Refusal } from '../findings/refusal.js';

const names = ['imsmanifest.xml', 'cmi5.xml'];

/** The manifest at the top of the zip; throws a Refusal when there is none. */
export function findManifest(archive: Archive, findings: FindingList): string {
  const candidates = archive.files.map(({ path }) => path).filter((path) => names.includes(path.slice(path.lastIndexOf('/') + 1).toLowerCase()));
  const found = names.find((name) => archive.has(name));
  const nested = candidates.filter((path) => path.includes('/'));
  if (found !== undefined) {
    const other = candidates.find((path) => path !== found);
    if (other !== undefined) findings.add('two-manifests', other, null, `${other} stands in the package as well as ${found}.`);
    return found;
  }
  const misspelt = candidates.find((path) => !path.includes('/'));
  if (misspelt !== undefined) throw new Refusal('manifest-case', misspelt, `The manifest is called ${misspelt} instead of ${misspelt.toLowerCase()}.`);
  const [first] = nested;
  if (first !== undefined) throw new Refusal('manifest-in-folder', first, nested.length > 1 ? `There are ${nested.length} manifests in folders, the first in ${first}, and none at the top of the zip.` : `The manifest is ${first}; it must stand at the top of the zip.`);
  throw new Refusal('manifest-missing', '', 'Neither imsmanifest.xml nor cmi5.xml stands in the zip.');
}
