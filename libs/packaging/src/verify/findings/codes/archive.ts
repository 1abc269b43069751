import type { FindingEntry } from '../entry.js';

/** What keeps a zip from being opened at all. Each of them refuses the package, save where it says warning. */
export const archiveCodes = {
  'not-a-zip': {
    code: 'VER001', severity: 'error',
    title: 'The file is not a zip',
    explanation: 'A package is a zip with its manifest at the top (SCORM 1.2 CAM 2.2, SCORM 2004 CAM 3.2, cmi5 14.1). A RAR, 7z or a web page with the ending .zip is none.',
    mend: 'Export the package again as a zip, or zip the content of its folder.',
  },
  'zip-broken': {
    code: 'VER002', severity: 'error',
    title: 'The zip is cut short or damaged',
    explanation: 'The list of files at the end of the zip is missing or does not fit what is there, as after a download that broke off.',
    mend: 'Fetch or export the file again, and compare its size.',
  },
  'entry-name-unsafe': {
    code: 'VER003', severity: 'error',
    title: 'A name in the zip leads out of the package',
    explanation: 'Names that are absolute, hold `..`, a drive letter, a backslash or a control character can write outside of the folder that they are unpacked to. An LMS refuses them, or should.',
    mend: 'Zip the content of the folder anew with relative names and forward slashes.',
  },
  'entry-special': {
    code: 'VER004', severity: 'error',
    title: 'A symbolic link or device stands in the zip',
    explanation: 'A link can point at any file of the machine that unpacks it.',
    mend: 'Zip the files themselves instead of links to them.',
  },
  'entry-twice': {
    code: 'VER005', severity: 'error',
    title: 'A file stands in the zip twice',
    explanation: 'Which of the two counts depends on the program that reads it, so that what was checked need not be what is played.',
    mend: 'Zip the folder anew into an empty file.',
  },
  'entry-encrypted': {
    code: 'VER006', severity: 'error',
    title: 'A file in the zip is encrypted',
    explanation: 'An LMS has no password to ask for.',
    mend: 'Zip the package without a password.',
  },
  'entries-overlap': {
    code: 'VER007', severity: 'error',
    title: 'Files in the zip lie over each other',
    explanation: 'No zip program does that; it is how a small file is made to unpack to an enormous one.',
    mend: 'Zip the folder anew.',
  },
  'too-many-entries': {
    code: 'VER008', severity: 'error',
    title: 'The zip holds too many files',
    explanation: 'Each file costs the LMS a record; beyond twenty thousand an import takes hours or fails.',
    mend: 'Join small files, or leave out what the course does not use.',
  },
  'zip-bomb': {
    code: 'VER009', severity: 'error',
    title: 'The zip unpacks to more than is sensible',
    explanation: 'A file that unpacks to hundreds of times its size, to more than it says, or all together to more than 10 GB would fill the disk of whoever unpacks it.',
    mend: 'Look for a file of zeros or a log that came in by mistake, and make the package smaller.',
  },
  'entry-unreadable': {
    code: 'VER010', severity: 'error',
    title: 'A file in the zip cannot be unpacked',
    explanation: 'It is compressed in a way that only some programs know, or its checksum is wrong.',
    mend: 'Zip the folder anew with the ordinary method, deflate.',
  },
  'manifest-missing': {
    code: 'VER011', severity: 'error',
    title: 'There is no manifest',
    explanation: 'An LMS finds out from imsmanifest.xml (SCORM) or cmi5.xml (cmi5) at the top of the zip what it is to launch.',
    mend: 'Export the course as a SCORM or cmi5 package; a zipped folder of pages is none.',
  },
  'manifest-in-folder': {
    code: 'VER012', severity: 'error',
    title: 'The manifest lies in a folder',
    explanation: 'It must stand at the top of the zip. It lies in a folder when the folder was zipped instead of what is in it, or when the package lies inside another zip.',
    mend: 'Zip what is in the folder, not the folder.',
  },
  'manifest-case': {
    code: 'VER013', severity: 'error',
    title: 'The name of the manifest is written in other letters',
    explanation: 'It is imsmanifest.xml or cmi5.xml, in small letters; an LMS on Linux does not find IMSManifest.xml.',
    mend: 'Rename it in small letters.',
  },
  'two-manifests': {
    code: 'VER014', severity: 'warning',
    title: 'There is more than one manifest',
    explanation: 'An LMS takes one of them, and not every LMS the same one. This report is about the one at the top; with imsmanifest.xml beside cmi5.xml, about imsmanifest.xml.',
    mend: 'Leave one manifest in the package.',
  },
  'xml-encoding': {
    code: 'VER015', severity: 'error',
    title: 'The encoding of the manifest cannot be told',
    explanation: 'XML is UTF-8 unless it begins with a byte order mark or says otherwise (XML 1.0, 4.3.3). UTF-16 needs the mark, and what is declared must be what is there.',
    mend: 'Save the manifest as UTF-8.',
  },
  'xml-doctype': {
    code: 'VER016', severity: 'error',
    title: 'The manifest declares a document type',
    explanation: 'Manifests are written against schemas and need none. A document type can declare entities that read files of the server or grow to gigabytes, so LMSs refuse it.',
    mend: 'Delete the DOCTYPE and write entities out.',
  },
  'xml-too-large': {
    code: 'VER017', severity: 'error',
    title: 'The manifest is too large to be read safely',
    explanation: 'It may have 4 MiB, 100,000 elements, 200 attributes on one element and 100 elements inside each other; the largest courses need a tenth of that.',
    mend: 'Leave out what no LMS reads, or split the course.',
  },
  'xml-malformed': {
    code: 'VER018', severity: 'error',
    title: 'The manifest is not well-formed XML',
    explanation: 'A tag is not closed, an ampersand stands alone, or the like; no LMS reads it.',
    mend: 'Mend the XML at the place that is named.',
  },
} as const satisfies Record<string, FindingEntry>;
