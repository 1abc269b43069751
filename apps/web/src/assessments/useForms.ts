import { useEffect } from 'react';
import { useQuery, type UseQueryState } from 'urql';
import { AssessmentFormsDocument, type AssessmentFormsQuery, type FormsFragment } from '../generated/graphql.js';

/** How often it is asked whether forms are built. */
const everyMs = 1000;

/** The forms of a plan; asked again while they are being built. */
export function useForms(plan: string): { forms: FormsFragment | null; result: UseQueryState<AssessmentFormsQuery>; again: () => void } {
  const [result, ask] = useQuery({ query: AssessmentFormsDocument, variables: { plan } });
  const forms = result.data?.assessmentForms ?? null;
  const running = forms?.build?.state === 'RUNNING';
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => ask({ requestPolicy: 'network-only' }), everyMs);
    return () => clearInterval(timer);
  }, [running, ask]);
  return { forms, result, again: () => ask({ requestPolicy: 'network-only' }) };
}
