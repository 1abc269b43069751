import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { Page } from '../frame/Page.js';
import { AssessmentPlanDocument, UnitsOfVersionDocument } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { Loaded } from '../states/Loaded.js';
import { plural } from '../time/words.js';
import { BlueprintStep } from './BlueprintStep.js';
import { FormsStep } from './FormsStep.js';
import { PassMarkStep } from './PassMarkStep.js';
import { type Plan, type Step, steps } from './plan.js';
import { PublishStep } from './PublishStep.js';
import { WhatStep } from './WhatStep.js';
import { formSize, purposeNames, share } from './words.js';
import './assessments.css';

/** What is told of a plan changes with its forms. */
const withForms = { additionalTypenames: ['AssessmentForms'] };

/** One assessment, step by step: what, blueprint, forms, pass mark, publishing. */
export function AssessmentPage() {
  const { assessment: id } = useParams({ from: '/assessments/$assessment' });
  const { step = 'what' } = useSearch({ from: '/assessments/$assessment' });
  const writes = useHasRole('INSTRUCTOR');
  const [result, again] = useQuery({ query: AssessmentPlanDocument, variables: { id }, context: withForms });
  const found = result.data?.assessmentPlan ?? null;
  const plan = found as Plan | null;
  const version = plan?.course?.latestVersion?.id;
  const [{ data }] = useQuery({ query: UnitsOfVersionDocument, variables: { id: version ?? '' }, pause: version === undefined });
  const units = useMemo(() => new Map(data?.courseVersion?.units.map((unit) => [unit.id, unit.title])), [data]);
  const trail = <nav aria-label="Where this is"><Link to="/assessments">Assessments</Link></nav>;
  return (
    <Page title={plan?.title ?? 'Assessment'} within="Assessments" trail={trail} lead={plan === null ? undefined : `${purposeNames[plan.purpose] ?? plan.purpose} of “${units.get(plan.unit) ?? plan.unit}” in ${plan.course?.title ?? 'a course'}`}>
      <Loaded result={result} value={plan} retry={() => again({ requestPolicy: 'network-only' })} what="assessment" need="instructors">
        {(open) => (
          <>
            <Steps plan={open} now={step} />
            {step === 'what' && <WhatStep plan={open} units={units} writes={writes} />}
            {step === 'blueprint' && <BlueprintStep plan={open} units={units} writes={writes} />}
            {step === 'forms' && <FormsStep plan={open} units={units} writes={writes} />}
            {step === 'pass-mark' && <PassMarkStep plan={open} units={units} writes={writes} />}
            {step === 'publish' && <PublishStep plan={open} units={units} writes={writes} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** The five steps with what each has come to: any of them can be opened. */
function Steps({ plan, now }: { plan: Plan; now: Step }) {
  const { blueprint, formCount, passMark, passMarkPanel, published, purpose } = plan;
  const told: Record<Step, { label: string; says: string }> = {
    what: { label: 'What', says: purposeNames[purpose] ?? purpose },
    blueprint: { label: 'Blueprint', says: `${plural(formSize(blueprint), 'question')}, ${plural(blueprint.rules.length, 'rule')}` },
    forms: { label: 'Forms', says: formCount === 0 ? 'none yet' : plural(formCount, 'form') },
    'pass-mark': { label: 'Pass mark', says: passMark === null ? 'none' : `${share(passMark)}${passMarkPanel === null ? '' : ' by a panel'}` },
    publish: { label: 'Publish', says: published === null ? 'not yet' : published.current ? `version ${published.courseVersion?.number ?? '?'}` : 'changed since' },
  };
  return (
    <nav aria-label="Steps" className="plan-steps">
      <ol>
        {steps.map((step, place) => (
          <li key={step}>
            <Link to="/assessments/$assessment" params={{ assessment: plan.id }} search={{ step }} aria-current={step === now ? 'step' : undefined} activeProps={{ 'aria-current': 'step' }}>
              <span><span className="place" aria-hidden="true">{place + 1}</span>{told[step].label}</span> <span className="small quiet">{told[step].says}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
