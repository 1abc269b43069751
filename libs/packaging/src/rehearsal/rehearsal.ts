/** What playing a package in a browser behind a learning system showed: a plain JSON value. */
export interface Rehearsal {
  /** such as `Chromium 150.0` */
  browser: string;
  seconds: number;
  activities: ActivityRehearsal[];
}

/** How one SCO or AU behaved, over all its launches. */
export interface ActivityRehearsal {
  id: string;
  title: string;
  launches: number;
  /** buttons, links and answers that were clicked */
  steps: number;
  seconds: number;
  /** why it ended: the activity said that it is done, nothing was left to click, or a limit */
  ended: 'completed' | 'nothing-left' | 'steps' | 'time';
  calls: CallSummary[];
  faults: CallFault[];
  initialised: boolean;
  /** a commit arrived while the learner was still there */
  committed: boolean;
  terminated: boolean;
  /** SCORM 1.2: lesson_status; 2004: completion_status; cmi5: `completed` when it was stated */
  completion: string | null;
  /** passed or failed where it was said */
  success: string | null;
  score: { raw: number | null; min: number | null; max: number | null; scaled: number | null };
  /** `resumed`: back at the same place; `kept`: something was kept and read, the place differs; `lost`: nothing kept or nothing read; `untried`: it ended before it could be left */
  resume: 'resumed' | 'kept' | 'lost' | 'untried';
  /** characters of the longest suspend data (SCORM) or state document (cmi5) */
  stateLength: number;
  /** as it was reported last; null when it never was */
  sessionTime: string | null;
  consoleErrors: string[];
  failedRequests: string[];
  externalRequests: string[];
  /** of the first launch, in milliseconds; null when nothing was painted */
  firstPaint: number | null;
  /** of the first launch, until it stood still */
  bytes: number;
  requests: number;
}

/** Calls of one function for one element, or statements of one verb. */
export interface CallSummary { name: string; element: string | null; count: number; errors: number }

/** A call that the learning system answered with an error, or that came out of order. Each kind is told once with its count. */
export interface CallFault {
  kind: 'before-initialise' | 'after-terminate' | 'unknown-element' | 'refused-value' | 'order';
  call: string;
  error: string;
  count: number;
}
