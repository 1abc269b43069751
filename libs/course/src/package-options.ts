/** What a package is made to do. Every option has a default, stands with the course (`packaging` in course.yaml), and can be overridden for one package. */
export interface PackageOptions {
  /** one SCO (or AU) for the whole course, one for each unit, or one for each lesson and assessment */
  structure: 'single' | 'units' | 'lessons';
  /** Where there are several parts: any order; each after the one before it is done; or onwards only. */
  order: 'free' | 'in-order' | 'forward-only';
  /** 0..1, in place of the pass marks of the assessments that decide success; null: theirs */
  passMark: number | null;
  /** the course's own rule; every lesson read; or the assessments that decide success submitted */
  completes: 'course' | 'lessons' | 'assessments';
  /** Where a standard has one status: a verdict either way; a verdict only once it is "passed", until then incomplete; or completion alone. */
  status: 'passed-failed' | 'passed-incomplete' | 'completed';
  /** answers with the texts of questions; answers alone; or none */
  interactions: 'all' | 'answers' | 'none';
  /** where the course opens: in the LMS's frame, or in a window of its own */
  window: 'frame' | 'window';
  /** 'all': every language of the course, with a switch; else the BCP 47 tag of the one to package */
  language: string;
  /** how a session ends for the LMS: suspended until all is done; always suspended; never */
  exit: 'suspend-until-done' | 'suspend' | 'normal';
  /** a button that ends the session and asks the LMS to close the course */
  exitButton: boolean;
  /** attempts at each assessment that decides success, in place of its own; null: its own */
  attempts: number | null;
  /** hides the LMS's own "next" and "previous" where the standard can say so */
  hideLmsNavigation: boolean;
  /** minutes for the whole course, told to the LMS where the standard can; null: none */
  timeLimitMinutes: number | null;
  /** ISO 8601 date, the last day on which the package may be used; null: no end */
  validUntil: string | null;
}

export const defaultPackageOptions: Readonly<PackageOptions> = Object.freeze({
  structure: 'single', order: 'free', passMark: null, completes: 'course', status: 'passed-failed', interactions: 'all', window: 'frame',
  language: 'all', exit: 'suspend-until-done', exitButton: false, attempts: null, hideLmsNavigation: true, timeLimitMinutes: null, validUntil: null,
});

/** The options of one package: those given, else those that stand with the course, else the defaults. */
export function packageOptionsOf(saved: Partial<PackageOptions> | undefined, given: Partial<PackageOptions> = {}): PackageOptions {
  return { ...defaultPackageOptions, ...saved, ...given };
}
