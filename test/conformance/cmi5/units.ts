import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { XmlDocument, type XmlElement } from 'libxml2-wasm';

/** An assignable unit as an LMS reads it off `cmi5.xml` (cmi5 13.1.4). */
export interface AssignableUnit { id: string; url: string; moveOn: string; masteryScore: number | undefined }

export async function unitsOf(folder: string): Promise<AssignableUnit[]> {
  const document = XmlDocument.fromBuffer(await readFile(join(folder, 'cmi5.xml')));
  try {
    return (document.root.find("//*[local-name()='au']") as XmlElement[]).map((unit) => {
      const given = (name: string): string | undefined => unit.attrs.find((each) => each.name === name)?.value;
      const mastery = given('masteryScore');
      return {
        id: given('id') ?? '', moveOn: given('moveOn') ?? 'NotApplicable', masteryScore: mastery === undefined ? undefined : Number(mastery),
        url: (unit.find("./*[local-name()='url']") as XmlElement[])[0]?.content.trim() ?? '',
      };
    });
  } finally {
    document.dispose();
  }
}
