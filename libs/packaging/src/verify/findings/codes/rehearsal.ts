import type { FindingEntry } from '../entry.js';

/** What is found by playing the package. */
export const rehearsalCodes = {
  'does-not-open': {
    code: 'VER601', severity: 'error',
    title: 'The activity does not open',
    explanation: 'Its page answers with an error or stays empty.',
    mend: 'Open the page from the zip in a browser and look at its console.',
  },
  'never-initialises': {
    code: 'VER602', severity: 'error',
    title: 'The activity never initialises',
    explanation: 'Until it does, an LMS records nothing, and some show the activity as broken.',
    mend: 'Call LMSInitialize or Initialize, or send the initialized statement, once the page is loaded.',
  },
  'call-too-early': {
    code: 'VER603', severity: 'error',
    title: 'A call came before the session was initialised',
    explanation: 'The LMS refuses it (error 301 in SCORM 1.2; 112, 122, 132, 142 in SCORM 2004) and what was said is lost.',
    mend: 'Initialise first.',
  },
  'call-too-late': {
    code: 'VER604', severity: 'error',
    title: 'A call came after the session was ended',
    explanation: 'What was said is lost.',
    mend: 'Finish last, and once.',
  },
  'value-refused': {
    code: 'VER605', severity: 'error',
    title: 'A value was refused',
    explanation: 'It is of a wrong type or out of the range that the data model allows.',
    mend: 'Write the value as the element’s type says.',
  },
  'element-unknown': {
    code: 'VER606', severity: 'error',
    title: 'A data model element is unknown to this edition',
    explanation: 'It is misspelt, of another edition, or may not be read or written.',
    mend: 'Use the element of the edition that the manifest says.',
  },
  'commits-too-late': {
    code: 'VER607', severity: 'error',
    title: 'Nothing was committed before the learner left',
    explanation: 'The only commit came while the page went away, or none at all. On a phone, or when the laptop is closed, everything would be lost.',
    mend: 'Commit after every answer and page.',
  },
  'never-completes': {
    code: 'VER608', severity: 'warning',
    title: 'It was not completed in the rehearsal',
    explanation: 'Everything that looked like next, start, answer or submit was clicked and the activity still did not say completed, passed or failed. It may need something that only a person does.',
    mend: 'Play it by hand in the LMS before it goes to learners.',
  },
  'score-absurd': {
    code: 'VER609', severity: 'error',
    title: 'The score makes no sense',
    explanation: 'The raw score lies outside of min and max, or the scaled one outside of -1 to 1.',
    mend: 'Report raw between min and max, and scaled as raw divided by max.',
  },
  'resume-lost': {
    code: 'VER610', severity: 'warning',
    title: 'A learner who leaves starts again',
    explanation: 'Nothing was kept to come back to (suspend data, location, or a state document), or it was not read at the next launch, or exit was not `suspend`.',
    mend: 'Keep the place and the answers, set exit to suspend, and read them at launch.',
  },
  'no-session-time': {
    code: 'VER611', severity: 'warning',
    title: 'No session time is reported',
    explanation: 'The LMS shows no time spent, which some accreditations ask for.',
    mend: 'Set session_time before the session ends.',
  },
  'never-terminates': {
    code: 'VER612', severity: 'warning',
    title: 'The session is never ended',
    explanation: 'Some LMSs keep the attempt open or mark it as incomplete.',
    mend: 'Call LMSFinish or Terminate, or send terminated, when the learner leaves.',
  },
  'console-error': {
    code: 'VER613', severity: 'warning',
    title: 'A script failed',
    explanation: 'The browser’s console shows errors while it plays.',
    mend: 'Mend the script that is named.',
  },
  'request-failed': {
    code: 'VER614', severity: 'warning',
    title: 'A file did not load',
    explanation: 'A page asks for a file that is not in the package.',
    mend: 'Put the file into the package, or take the reference out.',
  },
  'external-request': {
    code: 'VER615', severity: 'warning',
    title: 'Another server was asked',
    explanation: 'The request was blocked here; in an LMS it tells that server who takes the course, and fails behind a firewall.',
    mend: 'Put what is needed into the package.',
  },
  'state-too-long': {
    code: 'VER616', severity: 'error',
    title: 'The suspend data are longer than the edition allows',
    explanation: '4,096 characters in SCORM 1.2, 4,000 in SCORM 2004 2nd Edition, 64,000 in the 3rd and 4th. More is refused or cut.',
    mend: 'Keep the state compact.',
  },
  'slow-start': {
    code: 'VER617', severity: 'info',
    title: 'The first page is slow',
    explanation: 'More than three seconds until something is seen, on a fast machine without a network between.',
    mend: 'Load less before the first page is shown.',
  },
  'stopped-at-limit': {
    code: 'VER618', severity: 'warning',
    title: 'The rehearsal was stopped at its limit',
    explanation: 'It took more seconds or steps than were given, so that what follows was not seen.',
    mend: 'Give it more seconds with --timeout, or play the rest by hand.',
  },
  'statement-order': {
    code: 'VER619', severity: 'error',
    title: 'Statements came in an order that cmi5 forbids',
    explanation: 'initialized is first, terminated last, completed, passed and failed at most once a registration (cmi5 9.3).',
    mend: 'Send each statement once, in order.',
  },
} as const satisfies Record<string, FindingEntry>;
