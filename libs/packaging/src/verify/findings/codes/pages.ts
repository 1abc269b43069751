import type { FindingEntry } from '../entry.js';

export const pageCodes = {
  'external-load': {
    code: 'VER401', severity: 'warning',
    title: 'A page loads something from another server',
    explanation: 'Without a network, behind a hospital’s firewall or when that server is gone the course is broken; and that server learns who takes the course.',
    mend: 'Put the file into the package and name it by a relative path.',
  },
  'mixed-content': {
    code: 'VER402', severity: 'error',
    title: 'Something is loaded over http',
    explanation: 'Browsers block it on the https pages of an LMS.',
    mend: 'Put the file into the package, or name it with https.',
  },
  'unload-only': {
    code: 'VER403', severity: 'error',
    title: 'Results are sent only when the page is unloaded',
    explanation: 'Every commit and finish is reached from unload or beforeunload alone. Phones never send these events, Chrome is removing unload, and Moodle’s frames forbid it: the learner’s results are lost.',
    mend: 'Commit after every answer and page, and finish on pagehide and on an exit button as well.',
  },
  'eval-used': {
    code: 'VER404', severity: 'warning',
    title: 'A script runs text as a program',
    explanation: '`eval`, `new Function` and timers that are given text are forbidden by the content security policies of careful LMSs, and are how injected text becomes a program.',
    mend: 'Use JSON.parse, a function, or a table of functions.',
  },
  'document-write': {
    code: 'VER405', severity: 'warning',
    title: 'A script writes into the page while it loads',
    explanation: 'Browsers ignore document.write on slow connections, and after loading it empties the page.',
    mend: 'Create the elements, or write them into the page.',
  },
  'dialog-used': {
    code: 'VER406', severity: 'warning',
    title: 'A script opens a dialog of the browser',
    explanation: 'Chrome blocks alert, confirm and prompt in frames from another origin, so the course goes on without an answer; screen readers lose their place.',
    mend: 'Show the message in the page.',
  },
  'viewport-missing': {
    code: 'VER407', severity: 'warning',
    title: 'A page has no viewport',
    explanation: 'On a phone it is shown as a tiny desktop page.',
    mend: 'Add <meta name="viewport" content="width=device-width, initial-scale=1">.',
  },
  'lang-missing': {
    code: 'VER408', severity: 'warning',
    title: 'A page does not say its language',
    explanation: 'A screen reader then speaks it in the wrong voice (WCAG 2.2, 3.1.1).',
    mend: 'Add lang to the html element, such as <html lang="en">.',
  },
  'title-missing': {
    code: 'VER409', severity: 'warning',
    title: 'A page has no title',
    explanation: 'Tabs, windows and screen readers name a page by it (WCAG 2.2, 2.4.2).',
    mend: 'Add a <title> to the head.',
  },
  'script-unreadable': {
    code: 'VER410', severity: 'warning',
    title: 'A script cannot be parsed',
    explanation: 'The browser will not run it either, or it is written in something other than JavaScript.',
    mend: 'Mend the script at the place that is named, or leave the file out.',
  },
  'api-unused': {
    code: 'VER411', severity: 'warning',
    title: 'No script looks for the API of an LMS',
    explanation: 'A SCO must at least initialise and finish (SCORM 1.2 RTE 3.2, SCORM 2004 RTE 2.1); neither `LMSInitialize` nor `Initialize` stands in any script.',
    mend: 'Call the API, or declare the resource an asset.',
  },
  'api-edition': {
    code: 'VER412', severity: 'error',
    title: 'The scripts speak another edition than the manifest says',
    explanation: 'The LMS offers `API` with LMSInitialize for SCORM 1.2 and `API_1484_11` with Initialize for SCORM 2004; the course would find none.',
    mend: 'Export the course for the edition that its scripts speak.',
  },
  'suspend-data-risk': {
    code: 'VER413', severity: 'info',
    title: 'Suspend data may outgrow the edition',
    explanation: 'A whole object is written as JSON into suspend data, which holds 4,096 characters in SCORM 1.2 and 4,000 in SCORM 2004 2nd Edition; more is refused or cut, and the learner starts again.',
    mend: 'Keep the state compact, or use SCORM 2004 3rd or 4th Edition with 64,000 characters.',
  },
} as const satisfies Record<string, FindingEntry>;

export const cmi5Codes = {
  'cmi5-id': {
    code: 'VER501', severity: 'error',
    title: 'An id of the course structure is no IRI or is used twice',
    explanation: 'Course, blocks and AUs are named by IRIs, each used once (cmi5 13.1).',
    mend: 'Give it an absolute IRI of your own, such as https://example.org/course/1.',
  },
  'cmi5-url': {
    code: 'VER502', severity: 'error',
    title: 'The address of an AU opens nothing',
    explanation: 'In a zip it is a relative path to a file that is there, or an absolute address (cmi5 13.1.4, 14.1).',
    mend: 'Write the path of the page as it stands in the zip.',
  },
  'cmi5-mastery': {
    code: 'VER503', severity: 'error',
    title: 'A masteryScore is no number from 0 to 1',
    explanation: 'It is a scaled score (cmi5 13.1.4): a pass mark of 80 is written 0.8.',
    mend: 'Divide it by 100.',
  },
  'cmi5-move-on': {
    code: 'VER504', severity: 'error',
    title: 'A moveOn is none that cmi5 knows',
    explanation: 'It is Passed, Completed, CompletedAndPassed, CompletedOrPassed or NotApplicable (cmi5 13.1.4).',
    mend: 'Write one of the five, with these capital letters.',
  },
  'cmi5-pass-without-mark': {
    code: 'VER505', severity: 'warning',
    title: 'An AU must be passed but has no masteryScore',
    explanation: 'The LMS cannot tell the AU its pass mark, so each AU decides by itself.',
    mend: 'Add masteryScore, or a moveOn that does not need passing.',
  },
  'cmi5-elsewhere': {
    code: 'VER506', severity: 'info',
    title: 'An AU lies on another server',
    explanation: 'cmi5 allows that; it could not be looked at here.',
    mend: 'See that the server is reachable for every learner.',
  },
  'cmi5-launch-method': {
    code: 'VER507', severity: 'error',
    title: 'A launchMethod is none that cmi5 knows',
    explanation: 'It is AnyWindow or OwnWindow (cmi5 13.1.4).',
    mend: 'Write one of the two.',
  },
  'cmi5-objective': {
    code: 'VER508', severity: 'error',
    title: 'A block or AU names an objective that is not defined',
    explanation: 'The idref of an objective must be the id of one in `<objectives>` of the course.',
    mend: 'Define the objective, or correct the idref.',
  },
} as const satisfies Record<string, FindingEntry>;
