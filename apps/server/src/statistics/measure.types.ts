import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { SeenPoint, StatedMeasure } from '@preceptor/assessment/statistics';
import { Allow } from '../identity/allow.js';
import type { AnalysedDifference, AnalysedFinding, AnalysedGroup, AnalysedOption, CurvePoint, Severity } from './analysed.js';

@ObjectType('StatisticsMeasure', { description: 'One number: its value, how sure it is, what it says, and what it means.' })
@Allow('with-parent')
export class Measure implements StatedMeasure {
  @Field(() => String, { description: 'Which number: facility, discrimination, upper-lower, omitted, exposure, time, alpha-without, differential, difficulty or slope of an item; mean, spread, skewness, reliability, error-of-measurement, pass-rate, decisions or kappa of a test.' })
  code!: StatedMeasure['code'];
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => String, { description: '`share`: 0 to 1; `seconds`; or `number`.' })
  unit!: StatedMeasure['unit'];
  @Field(() => Float, { nullable: true, description: 'The value; null: it is not defined here, for the reason in `missing`.' })
  value!: number | null;
  @Field(() => Float, { nullable: true, description: 'Lower end of the 95 % interval; null: none is known.' })
  low!: number | null;
  @Field(() => Float, { nullable: true, description: 'Upper end of the 95 % interval; null: none is known.' })
  high!: number | null;
  @Field(() => Float, { nullable: true, description: 'Standard error; null: none is known.' })
  standardError!: number | null;
  @Field(() => Int, { nullable: true, description: 'How many attempts it rests on.' })
  n!: number | null;
  @Field(() => String, { nullable: true, description: 'Why there is no value, such as too-few-attempts; null: there is one.' })
  missing!: StatedMeasure['missing'];
  @Field(() => String, { description: 'What it says here, or why it is not given, in a sentence.' })
  sentence!: string;
  @Field(() => String, { description: 'What the number means, and from where on something should be done.' })
  meaning!: string;
}

@ObjectType('StatisticsFinding', { description: 'Something that the numbers speak against, with what to do.' })
@Allow('with-parent')
export class Finding implements AnalysedFinding {
  @Field(() => String, { description: 'What was found, such as key-suspect, ambiguous or low-reliability; docs/statistics.md lists them.' })
  code!: string;
  @Field(() => String, { description: '`serious` wants somebody today, `warning` before the next delivery, `note` when there is time.' })
  severity!: Severity;
  @Field(() => String, { description: 'The evidence in a sentence.' })
  sentence!: string;
  @Field(() => String, { description: 'What to do.' })
  advice!: string;
}

@ObjectType('AnalysedOption', { description: 'Who chose an option of an item.' })
@Allow('with-parent')
export class Option implements AnalysedOption {
  @Field(() => ID, { description: 'The option\'s id; for kinds with several places, place and choice.' })
  id!: string;
  @Field(() => String, { description: 'What sentences call it.' })
  name!: string;
  @Field(() => String, { description: 'What it says, as plain text.' })
  label!: string;
  @Field(() => Boolean, { description: 'Whether the key has it.' })
  key!: boolean;
  @Field(() => Int, { description: 'How many chose it.' })
  chosen!: number;
  @Field(() => Float, { description: 'Share of all who were shown the item, 0 to 1.' })
  share!: number;
  @Field(() => Float, { nullable: true, description: 'What those who chose it earned of the other items\' points, 0 to 1; null: nobody chose it.' })
  meanRest!: number | null;
  @Field(() => Float, { nullable: true, description: 'Correlation of choosing it with the score on the other items: above 0 for a key, below 0 for a distractor.' })
  discrimination!: number | null;
  @Field(() => Float, { nullable: true, description: 'Lower end of that correlation\'s 95 % interval.' })
  low!: number | null;
  @Field(() => Float, { nullable: true, description: 'Upper end of that correlation\'s 95 % interval.' })
  high!: number | null;
  @Field(() => [Float], { description: 'Share that chose it among the weakest third of learners up to the strongest; fifths from 150 attempts on.' })
  byAbility!: number[];
  @Field(() => String, { description: 'The same in a sentence.' })
  sentence!: string;
}

@ObjectType('AnalysedGroup', { description: 'How an item did in one version or cohort.' })
@Allow('with-parent')
export class Group implements AnalysedGroup {
  @Field(() => String, { description: 'The version\'s number or the cohort\'s name.' })
  name!: string;
  @Field(() => Int, { description: 'How many attempts showed it there.' })
  attempts!: number;
  @Field(() => Float, { description: 'Facility there, 0 to 1.' })
  facility!: number;
  @Field(() => Float, { nullable: true, description: 'Its standard error; null with fewer than two attempts.' })
  standardError!: number | null;
  @Field(() => Float, { nullable: true, description: 'Mean score less that of learners of the same total score elsewhere (Mantel 1963); null: there are none.' })
  difference!: number | null;
  @Field(() => Float, { nullable: true, description: 'The standard error of that difference.' })
  differenceError!: number | null;
  @Field(() => Float, { nullable: true, description: 'The chance of such a difference where there is none.' })
  p!: number | null;
  @Field(() => String, { description: 'The same in a sentence.' })
  sentence!: string;
}

@ObjectType('DifferentialFunctioning', { description: 'How an item treats learners of two cohorts who have the same total score (Mantel & Haenszel).' })
@Allow('with-parent')
export class Difference implements AnalysedDifference {
  @Field(() => String, { description: 'Name of the cohort that is compared with.' })
  reference!: string;
  @Field(() => String, { description: 'Name of the cohort that is looked at.' })
  focal!: string;
  @Field(() => Int, { description: 'Attempts of the reference cohort.' })
  referenceAttempts!: number;
  @Field(() => Int, { description: 'Attempts of the focal cohort.' })
  focalAttempts!: number;
  @Field(() => Float, { description: 'Focal cohort\'s mean score less the reference cohort\'s at equal total score.' })
  difference!: number;
  @Field(() => Float, { description: 'The chance of such a difference where there is none.' })
  p!: number;
  @Field(() => String, { description: 'ETS class: A negligible, B moderate, C large. With fewer than 200 attempts in each it is no verdict.' })
  etsClass!: string;
  @Field(() => String, { nullable: true, description: 'Name of the cohort that the item favours; null in class A.' })
  favours!: string | null;
  @Field(() => Float, { nullable: true, description: 'Common odds ratio, reference over focal; null for partial credit.' })
  oddsRatio!: number | null;
  @Field(() => Float, { nullable: true, description: 'Lower end of its 95 % interval.' })
  oddsLow!: number | null;
  @Field(() => Float, { nullable: true, description: 'Upper end of its 95 % interval.' })
  oddsHigh!: number | null;
  @Field(() => String, { description: 'The same in a sentence.' })
  sentence!: string;
}

@ObjectType('ItemCurvePoint', { description: 'A point of an item\'s characteristic curve.' })
@Allow('with-parent')
export class Point implements CurvePoint {
  @Field(() => Float, { description: 'Ability in standard deviations from the average learner.' })
  ability!: number;
  @Field(() => Float, { description: 'Chance of a right answer there, 0 to 1.' })
  probability!: number;
  @Field(() => Float, { description: 'Lower end of its 95 % band.' })
  low!: number;
  @Field(() => Float, { description: 'Upper end of its 95 % band.' })
  high!: number;
}
@ObjectType('ItemSeenPoint', { description: 'What a part of the learners earned on an item.' })
@Allow('with-parent')
export class Seen implements SeenPoint {
  @Field(() => Float, { description: 'What they earned of the other items\' points, 0 to 1.' })
  rest!: number;
  @Field(() => Float, { description: 'Their mean score on the item, 0 to 1.' })
  score!: number;
  @Field(() => Float, { nullable: true, description: 'About where they stand on the scale of the characteristic curve; null: there is none, or they are beyond its ends.' })
  ability!: number | null;
}
