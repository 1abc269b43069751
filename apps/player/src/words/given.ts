import type { en } from './en.js';

/** What texts are given, by the names of the values in the order of the call; one that is not listed stands as it is. */
export const given = {
  courseProgress: ['percent'], partProgress: ['percent'], unit: ['number'], minutes: ['count'], questionsLeft: ['count'],
  lessonOf: ['number', 'all'], printed: ['date'], partOf: ['number', 'all'], licenceEnded: ['day'], licenceEnds: ['day'], courseTimeWarning: ['count'],
  points: ['raw', 'max'], chooseUpTo: ['count'], moveUp: ['what'], moveDown: ['what'], movedTo: ['what', 'place', 'all'], gap: ['number'],
  wordCount: ['count'], wordsAtMost: ['max'], wordsBetween: ['min', 'max'],
  questions: ['count'], passMark: ['percent'], attemptsLeft: ['count'], bestSoFar: ['percent'], questionOf: ['number', 'all'], question: ['number'],
  unanswered: ['count'], timeWarning: ['count'], scored: ['percent'], neededToPass: ['percent'],
  opensOn: ['date'], closesOn: ['date'], waitUntil: ['date'], extraTime: ['duration'], breaksGranted: ['duration'], scoreSoFar: ['percent'], resultOn: ['date'], answersOn: ['date'],
  lessonsToRead: ['count'], checksToAnswer: ['count'], toSubmit: ['title'], toPass: ['title'], opensAfter: ['title'], minutesToSpend: ['count'],
  termsFound: ['count'], found: ['count'], foundNothing: ['query'],
} as const satisfies { [K in keyof typeof en]?: readonly string[] };
