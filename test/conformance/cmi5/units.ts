import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { isDefined, verbOf, type Statement } from './rules.js';

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

/** Whether an LMS holds a unit satisfied after what it said (13.1.4, moveOn). */
export function isSatisfied(moveOn: string, statements: readonly Statement[]): boolean {
  const said = (verb: string): boolean => statements.some((one) => isDefined(one) && verbOf(one) === verb);
  switch (moveOn) {
    case 'Passed': return said('passed');
    case 'Completed': return said('completed');
    case 'CompletedAndPassed': return said('completed') && said('passed');
    case 'CompletedOrPassed': return said('completed') || said('passed');
    case 'NotApplicable': return true;
    default: throw new Error(`${moveOn} is no value of moveOn`);
  }
}
