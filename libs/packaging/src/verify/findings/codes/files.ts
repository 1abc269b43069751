import type { FindingEntry } from '../entry.js';

export const fileCodes = {
  'file-missing': {
    code: 'VER201', severity: 'error',
    title: 'A file that is named is not in the zip',
    explanation: 'The import fails, or the learner meets an empty page.',
    mend: 'Put the file into the zip, or take its name out of the manifest.',
  },
  'file-case': {
    code: 'VER202', severity: 'error',
    title: 'A file is named in other letters than in the zip',
    explanation: 'Windows does not tell Page.html from page.html; the servers of most LMSs do.',
    mend: 'Write the name in the manifest as it stands in the zip.',
  },
  'path-unusable': {
    code: 'VER203', severity: 'error',
    title: 'A path in the manifest is absolute or has backslashes',
    explanation: 'Paths are relative to the manifest, with forward slashes (SCORM 2004 CAM 3.4.3).',
    mend: 'Write the path relative to the top of the zip.',
  },
  'file-unlisted': {
    code: 'VER204', severity: 'info',
    title: 'Files in the zip are not listed in the manifest',
    explanation: 'Some LMSs copy only what a `<file>` names, and then these are missing when the course plays.',
    mend: 'List every file that the course uses.',
  },
  'name-awkward': {
    code: 'VER205', severity: 'warning',
    title: 'File names hold spaces or letters beyond ASCII',
    explanation: 'Zip programs write such names in several encodings, and some LMSs do not find the files again.',
    mend: 'Use letters a to z, digits, dots, hyphens and underscores.',
  },
  'name-long': {
    code: 'VER206', severity: 'warning',
    title: 'A path is longer than 200 characters',
    explanation: 'Together with the LMS’s own folder it passes the 260 characters that Windows allows.',
    mend: 'Shorten folder and file names.',
  },
  'names-alike': {
    code: 'VER207', severity: 'error',
    title: 'Two files differ in capital letters only',
    explanation: 'On Windows and macOS the second overwrites the first when the zip is unpacked.',
    mend: 'Rename one of them.',
  },
  'file-heavy': {
    code: 'VER208', severity: 'warning',
    title: 'A file is heavy',
    explanation: 'A picture above 2 MB, a film above 100 MB or another file above 20 MB is long in coming on a phone, and hits upload limits of LMSs.',
    mend: 'Compress it, make it smaller, or cut it.',
  },
  'media-uncompressed': {
    code: 'VER209', severity: 'warning',
    title: 'Sound or pictures are not compressed',
    explanation: 'WAV, AIFF, BMP and TIFF take ten times the bytes of MP3, PNG or JPEG, and not every browser shows them.',
    mend: 'Convert sound to MP3 or M4A and pictures to PNG, JPEG or WebP.',
  },
  'package-heavy': {
    code: 'VER210', severity: 'warning',
    title: 'The package is heavy',
    explanation: 'Many LMSs take uploads of up to 500 MB or less.',
    mend: 'Compress the films, or split the course.',
  },
  'file-stray': {
    code: 'VER211', severity: 'info',
    title: 'Files of an operating system or editor came along',
    explanation: '__MACOSX, .DS_Store, Thumbs.db and the like do nothing for the course.',
    mend: 'Leave them out when zipping.',
  },
  'file-flash': {
    code: 'VER212', severity: 'warning',
    title: 'The package holds Flash',
    explanation: 'No browser has played .swf files since 2021. Where HTML stands beside it the Flash is ballast; where it does not, nothing is shown.',
    mend: 'Export the course as HTML5 alone.',
  },
} as const satisfies Record<string, FindingEntry>;

export const sequencingCodes = {
  'objective-undefined': {
    code: 'VER301', severity: 'error',
    title: 'A rule names an objective that is not defined',
    explanation: 'A condition’s `referencedObjective` must be the objectiveID of an objective of the same activity (SCORM 2004 SN 3.10); else the condition is unknown for ever.',
    mend: 'Define the objective in this activity’s `<objectives>`, or correct its name.',
  },
  'rollup-misused': {
    code: 'VER302', severity: 'error',
    title: 'A rollup rule contradicts itself',
    explanation: '`atLeastCount` needs a `minimumCount` above 0, `atLeastPercent` a `minimumPercent` from 0 to 1; weights are 0 to 1 (SCORM 2004 SN 3.7).',
    mend: 'Give the rule the number that its childActivitySet counts by.',
  },
  'limit-misused': {
    code: 'VER303', severity: 'warning',
    title: 'A limit condition does nothing or cannot be met',
    explanation: 'An attemptLimit of 0 lets nobody in; an LMS need not support duration limits (SCORM 2004 SN 3.5).',
    mend: 'Use an attemptLimit of 1 or more, and keep time within the course.',
  },
  'prerequisite-unknown': {
    code: 'VER304', severity: 'error',
    title: 'Prerequisites name an item that is not there',
    explanation: 'The item would stay locked for ever (SCORM 1.2 CAM 2.3.5.3, AICC script: identifiers joined by & and |).',
    mend: 'Name the identifiers of items of this organisation.',
  },
  'mastery-range': {
    code: 'VER305', severity: 'error',
    title: 'The mastery score is no number from 0 to 100',
    explanation: '`adlcp:masteryscore` is a normalised score of SCORM 1.2 (CAM 2.3.5.3); with another value nobody passes, or everybody.',
    mend: 'Write a number from 0 to 100, without a percent sign.',
  },
  'measure-range': {
    code: 'VER306', severity: 'error',
    title: 'A measure lies outside of its range',
    explanation: '`minNormalizedMeasure` is -1 to 1, `completionThreshold` 0 to 1: a pass mark of 80 is written 0.8 (SCORM 2004 SN 3.10.3).',
    mend: 'Divide it by 100.',
  },
  'collection-dangling': {
    code: 'VER307', severity: 'error',
    title: 'A sequencing names a collection entry that is not there',
    explanation: 'The `IDRef` of a `<sequencing>` must be the ID of one in `<sequencingCollection>` (SCORM 2004 CAM 5.1.1).',
    mend: 'Correct the IDRef, or add the entry.',
  },
  'nothing-reachable': {
    code: 'VER308', severity: 'error',
    title: 'Neither choice nor flow leads into a cluster',
    explanation: 'With choice="false" and no flow="true" no LMS can deliver any activity in it (SCORM 2004 SN 3.2).',
    mend: 'Set flow="true", or leave choice at its default.',
  },
  'timelimit-action': {
    code: 'VER309', severity: 'warning',
    title: 'The action at the time limit is none of the four',
    explanation: 'It is `exit,message`, `exit,no message`, `continue,message` or `continue,no message`.',
    mend: 'Write one of the four.',
  },
} as const satisfies Record<string, FindingEntry>;
