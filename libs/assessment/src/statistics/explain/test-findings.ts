import type { TestStatistics } from '../analyse.js';
import { percent, two, type Said } from './explanation.js';
import { thresholds } from './thresholds.js';

/** What is wrong with the test as a whole. */
export function testFindings(test: TestStatistics): Said[] {
  if (test.n < thresholds.attempts) {
    return [{
      code: 'too-few-attempts', severity: 'note', evidence: { n: test.n, wanted: thresholds.attempts },
      sentence: `There are only ${test.n} attempts.`, advice: `Read every number with care until there are ${thresholds.attempts}.`,
    }];
  }
  return [...lowReliability(test), ...inconsistent(test), ...pileUp(test)];
}

function lowReliability({ reliability: { value } }: TestStatistics): Said[] {
  if (value === null || value.high >= thresholds.lowReliability && value.coefficient >= thresholds.lowReliability) return [];
  if (value.coefficient >= thresholds.lowReliability) return [];
  // Spearman & Brown 1910
  const factor = value.coefficient > 0 ? (0.8 * (1 - value.coefficient)) / (value.coefficient * 0.2) : null;
  return [{
    code: 'low-reliability', severity: value.high < thresholds.veryLowReliability ? 'serious' : 'warning',
    evidence: { coefficient: value.coefficient, low: value.low, high: value.high, items: value.items, ...(factor === null ? {} : { itemsFor80: Math.ceil(factor * value.items) }) },
    sentence: `Much of the difference between learners is chance (reliability ${two(value.coefficient)}, 95 % interval ${two(value.low)} to ${two(value.high)}).`,
    advice: `Mend the items found below${factor === null ? '' : `, or use about ${Math.ceil(factor * value.items)} like them for 0.80`}; don't rank learners by this score.`,
  }];
}

function inconsistent({ decisions: { value } }: TestStatistics): Said[] {
  if (value === null || value.consistency >= thresholds.consistency) return [];
  return [{
    code: 'inconsistent-decisions', severity: 'warning',
    evidence: { consistency: value.consistency, kappa: value.kappa, falsePasses: value.falsePasses, falseFails: value.falseFails },
    sentence: `On a second such test only ${percent(value.consistency)} would get the same result; ${percent(value.falsePasses)} pass and ${percent(value.falseFails)} fail wrongly.`,
    advice: 'Use more items near the pass mark, or let those close to it be tested again.',
  }];
}

function pileUp({ skewness: { value } }: TestStatistics): Said[] {
  if (value === null || Math.abs(value) <= thresholds.skewed) return [];
  return [{
    code: 'scores-pile-up', severity: 'note', evidence: { skewness: value },
    sentence: value < 0 ? `Scores pile up at the top (skewness ${two(value)}).` : `Scores pile up at the bottom (skewness ${two(value)}).`,
    advice: value < 0 ? 'Fine for a test that all should master; to tell the strong apart, add harder items.' : 'Was it taught? Check the hardest items first.',
  }];
}
