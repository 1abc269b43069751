import { NativeSelect } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { CohortScreen } from '../coordinator/CohortScreen.js';
import { CohortEvaluationDocument } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { Loaded } from '../states/Loaded.js';
import { plainDay } from '../time/words.js';
import { FormEditor } from './FormEditor.js';
import { Results } from './Results.js';
import './evaluation.css';

/** What a cohort is asked, and what it answered. */
export function EvaluationPage() {
  const { cohort: id } = useParams({ from: '/cohorts/$cohort/evaluation' });
  const { form: kind = 'END', session } = useSearch({ from: '/cohorts/$cohort/evaluation' });
  const navigate = useNavigate();
  const [result, again] = useQuery({ query: CohortEvaluationDocument, variables: { id, kind, session: session ?? null }, requestPolicy: 'cache-and-network' });
  const sets = useHasRole('COORDINATOR', 'ADMINISTRATOR');
  const found = result.data?.cohort ?? null;
  const show = (search: { form?: 'SESSION' | undefined; session?: string | undefined }) => void navigate({ to: '/cohorts/$cohort/evaluation', params: { cohort: id }, search, replace: true });
  return (
    <CohortScreen id={id} title="Evaluation" lead="Answers carry no name and no time. Nothing is shown of fewer than three, and new ones three at a time while the form is open.">
      {() => (
        <Loaded result={result} value={found} retry={() => again({ requestPolicy: 'network-only' })} what="cohort" need="coordinators">
          {({ evaluationForm, evaluationResults, liveSessions }) => (
            <div className="stack wide">
              <div className="filters">
                <NativeSelect className="roomy" label="Form" value={kind} onChange={(event) => show(event.currentTarget.value === 'SESSION' ? { form: 'SESSION' } : {})} data={[{ value: 'END', label: 'About the course' }, { value: 'SESSION', label: 'After each session' }]} />
                {kind === 'SESSION' && <NativeSelect className="grow" label="Answers about" value={session ?? ''} onChange={(event) => show({ form: 'SESSION', session: event.currentTarget.value === '' ? undefined : event.currentTarget.value })} data={[{ value: '', label: 'All sessions' }, ...liveSessions.edges.filter(({ node }) => !node.cancelled).map(({ node }) => ({ value: node.id, label: `${node.title}, ${plainDay(node.startsAt)}` }))]} />}
              </div>
              <Results cohort={id} kind={kind} session={session ?? null} results={evaluationResults} open={evaluationForm.open} />
              <FormEditor key={`${kind}/${evaluationForm.revision}`} cohort={id} form={evaluationForm} locked={!sets} onSaved={() => again({ requestPolicy: 'network-only' })} />
            </div>
          )}
        </Loaded>
      )}
    </CohortScreen>
  );
}
