import { CheckField, NumberField, SelectField } from './fields.js';

export const scoringChoices = [{ value: 'partial', label: 'Each right part earns its share' }, { value: 'all-or-nothing', label: 'All or nothing' }];

/** How much of a half right answer counts. */
export function ScoringField() {
  return <SelectField path={['scoring']} label="Scoring" choices={scoringChoices} fallback="all-or-nothing" />;
}

export function ShuffleField({ what = 'options' }: { what?: string }) {
  return <CheckField path={['shuffle']} label={`Show the ${what} in a random order`} fallback />;
}

/** What any item may say of its scoring. */
export function PointsField() {
  return <NumberField path={['points']} label="Points" help="1 unless you say otherwise" />;
}
