import { lazy } from 'react';

/* The charts are a bundle of their own: numbers and sentences don't wait for them. */
export const ScoreChart = lazy(async () => ({ default: (await import('./ScoreChart.js')).ScoreChart }));
export const OptionChart = lazy(async () => ({ default: (await import('./OptionChart.js')).OptionChart }));
export const CurveChart = lazy(async () => ({ default: (await import('./CurveChart.js')).CurveChart }));
