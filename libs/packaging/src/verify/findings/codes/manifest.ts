import type { FindingEntry } from '../entry.js';

export const manifestCodes = {
  'standard-unknown': {
    code: 'VER101', severity: 'error',
    title: 'The manifest is of no standard that is known',
    explanation: 'Neither its namespaces nor its schemaversion are those of SCORM 1.2, SCORM 2004 2nd to 4th Edition or cmi5.',
    mend: 'Export the course for one of these standards.',
  },
  'schema-invalid': {
    code: 'VER102', severity: 'error',
    title: 'The manifest is not valid by the schema of its edition',
    explanation: 'An element is missing, misspelt or at a place where the schema does not allow it. Strict LMSs refuse the import; lenient ones ignore what they do not understand.',
    mend: 'Correct the element or attribute that is named.',
  },
  'schemaversion-missing': {
    code: 'VER103', severity: 'warning',
    title: 'The manifest does not say its edition',
    explanation: 'Without `<schemaversion>` an LMS must guess the edition from namespaces, and guesses SCORM 1.2 when in doubt.',
    mend: 'Add `<metadata><schema>ADL SCORM</schema><schemaversion>…</schemaversion></metadata>` as the first child of the manifest.',
  },
  'schemaversion-unknown': {
    code: 'VER104', severity: 'error',
    title: 'The schemaversion is none that an LMS knows',
    explanation: 'It is 1.2, 2004 3rd Edition, 2004 4th Edition, or CAM 1.3 for the 2nd Edition, in exactly these words.',
    mend: 'Write the version in the words of the standard.',
  },
  'schemaversion-contradicts': {
    code: 'VER105', severity: 'error',
    title: 'The schemaversion and the namespaces are of different editions',
    explanation: 'LMSs decide by one or by the other, so that the same package is SCORM 1.2 here and SCORM 2004 there.',
    mend: 'Make both say the edition that the scripts speak.',
  },
  'identifier-twice': {
    code: 'VER106', severity: 'error',
    title: 'An identifier is used twice',
    explanation: 'Identifiers of items and resources are of the type ID and stand for one thing in the whole manifest.',
    mend: 'Give each element an identifier of its own.',
  },
  'identifierref-dangling': {
    code: 'VER107', severity: 'error',
    title: 'An item names a resource that is not there',
    explanation: 'The LMS would show an entry that opens nothing, or refuse the import.',
    mend: 'Name the identifier of a resource; capital letters count.',
  },
  'dependency-dangling': {
    code: 'VER108', severity: 'error',
    title: 'A dependency names a resource that is not there',
    explanation: 'The files of the resource that is meant would not be brought along.',
    mend: 'Name the identifier of a resource, or delete the dependency.',
  },
  'default-organization': {
    code: 'VER109', severity: 'error',
    title: 'There is no default organisation',
    explanation: 'The `default` attribute of `<organizations>` must be the identifier of an organisation; else LMSs take the first, or none.',
    mend: 'Write the identifier of the organisation into `default`.',
  },
  'organization-empty': {
    code: 'VER110', severity: 'error',
    title: 'The organisation has no item',
    explanation: 'There is nothing to launch.',
    mend: 'Add an `<item>` that names the resource to launch.',
  },
  'item-empty': {
    code: 'VER111', severity: 'error',
    title: 'An item neither opens anything nor has items in it',
    explanation: 'The learner would click on it in vain, and it would never be completed (SCORM 2004 CAM 3.4.1.7: a leaf item names a resource).',
    mend: 'Give it an `identifierref`, or delete it.',
  },
  'cluster-resource': {
    code: 'VER112', severity: 'error',
    title: 'An item with items in it names a resource as well',
    explanation: 'In SCORM 2004 only leaves are delivered (CAM 3.4.1.7); what a cluster names is never shown.',
    mend: 'Put the resource into an item of its own.',
  },
  'scormtype-missing': {
    code: 'VER113', severity: 'error',
    title: 'A launched resource does not say whether it is a SCO',
    explanation: 'Without `adlcp:scormtype` (1.2) or `adlcp:scormType` (2004) LMSs take it for an asset and offer no API.',
    mend: 'Add adlcp:scormtype="sco" (1.2) or adlcp:scormType="sco" (2004).',
  },
  'scormtype-written': {
    code: 'VER114', severity: 'error',
    title: 'The scormtype is written in other letters',
    explanation: 'SCORM 1.2 has `scormtype`, SCORM 2004 `scormType`, and the values are `sco` and `asset`, in small letters. XML tells them apart, and so do LMSs.',
    mend: 'Write it as the edition does.',
  },
  'launch-missing': {
    code: 'VER115', severity: 'error',
    title: 'An item names a resource that has no href',
    explanation: 'The LMS does not know which page to open.',
    mend: 'Give the resource an `href` to the page that starts it.',
  },
  'launch-external': {
    code: 'VER116', severity: 'warning',
    title: 'What is launched lies on another server',
    explanation: 'A page from another origin cannot reach the API of the LMS, so nothing is reported.',
    mend: 'Put the pages into the package.',
  },
  'item-untitled': {
    code: 'VER117', severity: 'warning',
    title: 'An organisation or item has no title',
    explanation: 'The learner sees an identifier or an empty line.',
    mend: 'Add a `<title>`.',
  },
  'vendor-extension': {
    code: 'VER118', severity: 'info',
    title: 'The manifest holds elements of a vendor',
    explanation: 'They are allowed, but only the vendor’s own tools read them; they were not checked.',
    mend: 'Nothing need be done; see that nothing important stands in them alone.',
  },
} as const satisfies Record<string, FindingEntry>;
