import type { ItemMeasureCode, StatedMeasure, TestMeasureCode } from './measure.js';

/** Names, units and what each number means, with the marks of `thresholds` and their sources. */
export const meanings = {
  facility: { name: 'Facility', unit: 'share', meaning: 'The share of its points that learners earned. Above 95 % nearly all know it; below the chance of a guess, check the key first, then whether it was taught.' },
  discrimination: { name: 'Discrimination', unit: 'number', meaning: 'How far those who do well on the other items do well on this one (a correlation, −1 to 1). 0.30 is good, below 0.20 poor (Ebel); below 0 the key is probably wrong.' },
  'upper-lower': { name: 'Upper less lower 27 %', unit: 'number', meaning: 'What the strongest 27 % earn, less what the weakest 27 % earn. 0.40 is very good, below 0.20 the item needs work (Ebel).' },
  omitted: { name: 'Omitted', unit: 'share', meaning: 'The share of those who saw it and left it unanswered. From 10 % on look at its place in the test, at the time, and at whether it is clear what to do.' },
  exposure: { name: 'Exposure', unit: 'share', meaning: 'The share of attempts that showed it. Items that everybody sees become known; draw from a larger bank where that matters.' },
  time: { name: 'Time', unit: 'seconds', meaning: 'The median time from seeing the item to its last change, within one sitting. Three times the usual time is worth shortening.' },
  'alpha-without': { name: 'Alpha without it', unit: 'number', meaning: "The test's reliability if the item were left out. Where it is above the test's own, the item takes away from it." },
  differential: { name: 'Difference between cohorts', unit: 'number', meaning: 'What learners of the second cohort earn here, less what learners of the first cohort with the same total score earn (Mantel-Haenszel). From 0.10 on have somebody of each group read it.' },
  difficulty: { name: 'Difficulty (2PL)', unit: 'number', meaning: 'The ability, in standard deviations from the average learner, at which half answer it right. Unlike facility it can be compared between groups of different strength.' },
  slope: { name: 'Slope (2PL)', unit: 'number', meaning: 'How steeply the chance of a right answer rises with ability. About 1 is usual; below 0.5 the item tells little, above 3 look for items that give each other away.' },
  mean: { name: 'Mean', unit: 'share', meaning: 'The average share of points. Where it lies below the pass mark most fail: look at the hardest items, then at what was taught.' },
  spread: { name: 'Standard deviation', unit: 'share', meaning: 'How far scores lie from their mean, typically. Where it is small, differences between learners are mostly chance.' },
  skewness: { name: 'Skewness', unit: 'number', meaning: 'Below 0 there is a tail of low scores, above 0 one of high scores. Beyond ±1 scores pile up at one end (Bulmer): fine for a test of mastery, bad for telling learners apart.' },
  reliability: { name: 'Reliability', unit: 'number', meaning: 'How far learners would stand in the same order on another such test. 0.90 for decisions about one learner, 0.70 for decisions about groups (Nunnally; Downing); below that mend items or add more.' },
  'error-of-measurement': { name: 'Standard error of measurement', unit: 'share', meaning: "How far a learner's score lies from what she would earn on the average of many such tests. Think twice within this distance of the pass mark." },
  'pass-rate': { name: 'Passed', unit: 'share', meaning: 'The share of attempts at or above the pass mark. Where it surprises you, look at how the mark was set before you look at the learners.' },
  decisions: { name: 'Same result twice', unit: 'share', meaning: 'The share of learners who would pass or fail alike on a second such test (Livingston & Lewis). Below 85 % use more items near the mark (Subkoviak).' },
  kappa: { name: 'Kappa of decisions', unit: 'number', meaning: 'The same less what chance alone would agree on: 0 is chance, 1 is perfect; 0.60 and more is good.' },
} as const satisfies Record<ItemMeasureCode | TestMeasureCode, Pick<StatedMeasure, 'name' | 'unit' | 'meaning'>>;
