import type { FindingList } from '../findings/finding-list.js';
import type { XmlElement } from '../markup/xml.js';
import type { PackageStandard } from '../verification.js';
import { attributeOf, childOf, withinOf } from './model.js';

const cmi5 = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd';
const versions: Record<string, PackageStandard> = { '1.2': 'scorm-1.2', 'CAM 1.3': 'scorm-2004-2', '2004 3rd Edition': 'scorm-2004-3', '2004 4th Edition': 'scorm-2004-4' };

/** Which standard a manifest is of, by its namespaces and its schemaversion, and what is wrong with how it says so. */
export function editionOf(file: string, root: XmlElement, findings: FindingList): PackageStandard | null {
  if (root.namespace === cmi5 || (root.name === 'courseStructure' && file === 'cmi5.xml')) return 'cmi5';
  const family = familyOf(root);
  const element = childOf(childOf(root, 'metadata'), 'schemaversion');
  const said = element?.text.trim() ?? '';
  const version = versions[said];
  if (version !== undefined) {
    if (family !== null && (family === 'scorm-1.2') !== (version === 'scorm-1.2')) {
      findings.add('schemaversion-contradicts', file, element?.place ?? null, `The schemaversion says ${said}, the namespaces are those of SCORM ${family === 'scorm-1.2' ? '1.2' : '2004'}.`);
      return family;
    }
    return version;
  }
  if (family === null) {
    findings.add('standard-unknown', file, root.place, `The manifest's root is <${root.name}> of the namespace ${JSON.stringify(root.namespace)}, and it says ${said === '' ? 'no schemaversion' : `the schemaversion ${JSON.stringify(said)}`}.`);
    return null;
  }
  if (element === null || said === '') findings.add('schemaversion-missing', file, root.place, 'The manifest has no <schemaversion>.');
  else findings.add('schemaversion-unknown', file, element.place, `The schemaversion ${JSON.stringify(said)} is none that an LMS knows.`, nearVersion(said));
  return family;
}

/** By namespaces alone a 2004 manifest does not tell its edition, save by what only the 4th has; the 3rd is what most LMSs assume. */
function familyOf(root: XmlElement): PackageStandard | null {
  let found: PackageStandard | null = null;
  for (const { namespace, attributes } of withinOf(root)) {
    for (const each of [namespace, ...attributes.map((attribute) => attribute.namespace)]) {
      if (/adlcp_rootv1p2$|imscp_rootv1p1p2$/.test(each)) return 'scorm-1.2';
      if (/adlcp_v1p3$|adlseq_v1p3$|xsd\/imsss$|xsd\/imscp_v1p1$/.test(each)) found = 'scorm-2004-3';
    }
  }
  return found ?? (root.name === 'manifest' && attributeOf(root, 'identifier') !== null && /^1\.2/.test(childOf(childOf(root, 'metadata'), 'schemaversion')?.text.trim() ?? '') ? 'scorm-1.2' : null);
}

function nearVersion(said: string): string | undefined {
  const near = Object.keys(versions).find((version) => version.toLowerCase() === said.toLowerCase()) ?? (/4/.test(said.replace('2004', '')) ? '2004 4th Edition' : /3rd|third/i.test(said) ? '2004 3rd Edition' : undefined);
  return near === undefined ? undefined : `Write "${near}".`;
}
