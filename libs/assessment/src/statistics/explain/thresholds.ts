/**
 * Where a number begins to mean something. Each says where it comes from; what has no source is a choice of ours and
 * says so. A finding needs more than a number beyond its mark: the interval about it must lie beyond, so that few
 * attempts raise few false alarms.
 */
export const thresholds = {
  /** one-sided 5 %: the confidence that findings ask for */
  confidence: 1.644854,
  /** one-sided 1 %, where good items come near the mark */
  strongConfidence: 2.326348,
  /** above it nearly all know it (Haladyna & Rodriguez 2013 call above 0.90 easy; ours is wider, so that mastery tests are left alone) */
  easy: 0.95,
  /** the share of a guess is one in so many options; where options are unknown, our choice */
  hardWithoutOptions: 0.1,
  /** Ebel & Frisbie 1991: below 0.20 an item is poor, 0.30 reasonably good, 0.40 very good */
  poorDiscrimination: 0.2,
  goodDiscrimination: 0.3,
  veryGoodDiscrimination: 0.4,
  /** Tarrant, Ware & Mohammed 2009; Haladyna & Downing 1993: a distractor chosen by fewer does not function */
  workingDistractor: 0.05,
  /** of an equal part of the wrong answers; ours: an easy item has few wrong answers to go round */
  fairPartOfWrong: 1 / 3,
  /** of the stronger half, for a second defensible answer; ours, from the simulation in docs/statistics.md */
  chosenByStrong: 0.2,
  /** a distractor with a correlation above this does not fall with ability; ours */
  falling: -0.05,
  /** ours */
  omitted: 0.1,
  /** times the median of the items' median times; ours */
  slow: 3,
  /** of the score at equal total score; ETS watches 0.05 and acts on 0.10 (Dorans & Holland 1993) */
  drift: 0.1,
  /** p for a difference between groups: 5 % over a test of fifty items */
  groupChance: 0.001,
  /** Zieky 1993: at least so many in the smaller group for a verdict on differential functioning */
  differentialGroup: 200,
  /** fewer answers than this are not judged; ours */
  attempts: 30,
  distractorAttempts: 100,
  /** Nunnally 1978; Downing 2004: 0.70-0.79 for class tests, 0.80-0.89 for end-of-course, 0.90 and more for licensing */
  lowReliability: 0.7,
  veryLowReliability: 0.5,
  /** Subkoviak 1988: 0.85 and more for decisions that count */
  consistency: 0.85,
  /** Bulmer 1979: beyond 1 a distribution is highly skewed */
  skewed: 1,
} as const;
