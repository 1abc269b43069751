/** What is in force for an attempt where a server conducts it. Times are ISO 8601, durations in seconds. */
export interface Rules {
  opensAt: string | null; closesAt: string | null;
  /** extra time included; null: no limit */
  timeLimitSeconds: number | null; usualTimeLimitSeconds: number | null;
  breakSeconds: number; maxAttempts: number | null; counts: string;
  navigation: string; pages: string; eachAnswer: boolean;
  passwordAsked: boolean; networksLimited: boolean; focusRecorded: boolean;
  scoreRelease: string;
  /** when more of a submitted attempt will be shown than now; null: nothing more will */
  moreShownAt: string | null;
}
