import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { XmlDocument, type XmlElement } from 'libxml2-wasm';

/** The standards whose run time is SCORM's. */
export type ScormName = 'scorm-1.2' | 'scorm-2004-2' | 'scorm-2004-3' | 'scorm-2004-4';

/** One launchable thing of a SCORM package, as an LMS reads it off the manifest. */
export interface Sco {
  /** of the item in the organisation */
  id: string;
  title: string;
  /** path of the page, parameters included */
  launch: string;
  /** SCORM 1.2: what must be done before, as the manifest says it; '' where nothing must */
  prerequisites: string;
  /** 1.2: adlcp:masteryscore; 2004: minNormalizedMeasure; '' where there is none */
  passMark: string;
  /** 2004: adlcp:completionThreshold, or its minProgressMeasure; '' where there is none */
  completionThreshold: string;
  maxTime: string;
}

/** The SCOs of an unzipped package in the order of its default organisation. */
export async function scosOf(folder: string): Promise<Sco[]> {
  const document = XmlDocument.fromBuffer(await readFile(join(folder, 'imsmanifest.xml')));
  try {
    const hrefs = new Map(found(document.root, "//*[local-name()='resource'][@href]").map((resource) => [attribute(resource, 'identifier'), attribute(resource, 'href')]));
    return found(document.root, "//*[local-name()='organization'][1]//*[local-name()='item'][@identifierref]").map((item) => ({
      id: attribute(item, 'identifier'),
      title: textOf(item, "./*[local-name()='title']"),
      launch: `${hrefs.get(attribute(item, 'identifierref')) ?? ''}${attribute(item, 'parameters')}`,
      prerequisites: textOf(item, "./*[local-name()='prerequisites']"),
      passMark: textOf(item, "./*[local-name()='masteryscore'] | .//*[local-name()='primaryObjective'][@satisfiedByMeasure='true']/*[local-name()='minNormalizedMeasure']"),
      completionThreshold: textOf(item, "./*[local-name()='completionThreshold'][not(@minProgressMeasure)]") || valueOf(item, "./*[local-name()='completionThreshold'][@completedByMeasure='true']/@minProgressMeasure"),
      maxTime: textOf(item, "./*[local-name()='maxtimeallowed']") || valueOf(item, ".//*[local-name()='limitConditions']/@attemptAbsoluteDurationLimit"),
    }));
  } finally {
    document.dispose();
  }
}

const found = (from: XmlElement, path: string): XmlElement[] => from.find(path) as XmlElement[];
const textOf = (from: XmlElement, path: string): string => found(from, path)[0]?.content.trim() ?? '';
const valueOf = (from: XmlElement, path: string): string => from.find(path)[0]?.content ?? '';
const attribute = (of: XmlElement, name: string): string => of.attrs.find((each) => each.name === name)?.value ?? '';

/** Whether what must be done before a SCO is done, for the `&` of ids that our packages write (SCORM 1.2 CAM 2.3.2.4.4, aicc_script). */
export function mayStart(sco: Sco, statusOf: (id: string) => string): boolean {
  return sco.prerequisites.split('&').map((id) => id.trim()).filter((id) => id !== '').every((id) => ['passed', 'completed'].includes(statusOf(id)));
}
