import type { ItemResponse } from '@preceptor/assessment';
import type { OutlineAssessment } from '@preceptor/course/delivery';
import type { ComponentChildren, ComponentType } from 'preact';
import type { Attempt, AttemptResult } from '../delivery/delivery.js';
import type { Step } from '../screens/course-path.js';

type Responses = { [item: string]: ItemResponse };
export interface IntroductionProps { step: Extract<Step, { kind: 'assessment' }>; busy: boolean; problem: string | null; onStart(): void }
export interface TakingProps {
  assessment: OutlineAssessment; attempt: Attempt; busy: boolean; problem: string | null;
  onSubmit(responses: Responses): Promise<void>;
  /** Opens the attempt again, as it stands with whoever keeps it. */
  onAgain(): void;
  /** seconds left at the last word of whoever decides; the attempt's own unless given */
  secondsLeft?: number | null;
  /** a clock in milliseconds that nobody sets; the device's unless given */
  now?(): number;
  /** what can be done besides answering; `keep` reports what was not reported yet */
  tools?(keep: () => void): ComponentChildren;
}
export interface ResultsProps {
  step: Extract<Step, { kind: 'assessment' }>; attempt: Attempt; responses: Responses; result: AttemptResult;
  busy: boolean; problem: string | null; onStartAgain(): void;
  /** what is said where it is not shown which answers were right */
  later?: string;
}
/** The screens of an assessment, where other than the usual ones are brought along. */
export interface AssessmentScreens { Introduction: ComponentType<IntroductionProps>; Taking: ComponentType<TakingProps>; Results: ComponentType<ResultsProps> }
