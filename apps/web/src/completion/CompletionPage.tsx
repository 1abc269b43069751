import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { CohortScreen } from '../coordinator/CohortScreen.js';
import { CohortCompletionDocument } from '../generated/graphql.js';
import { readOutline } from '../learning/reading.js';
import { useHasRole } from '../session/Session.js';
import { Loaded } from '../states/Loaded.js';
import { RuleForm } from './RuleForm.js';

/** What completing a cohort asks for. */
export function CompletionPage() {
  const { cohort: id } = useParams({ from: '/cohorts/$cohort/completion' });
  const [result, again] = useQuery({ query: CohortCompletionDocument, variables: { id } });
  const sets = useHasRole('COORDINATOR', 'ADMINISTRATOR');
  const found = result.data?.cohort ?? null;
  const reload = () => again({ requestPolicy: 'network-only' });
  return (
    <CohortScreen id={id} title="Completion" lead="What a learner has to do to complete. She sees it as a checklist with what is left.">
      {() => (
        <Loaded result={result} value={found} retry={reload} what="cohort" need="coordinators">
          {({ completionRule, courseVersion, liveSessions, evaluationForm, handIns }) => {
            const sessions = liveSessions.edges.filter(({ node }) => node.counts && !node.cancelled).length;
            const reflections = readOutline(courseVersion.outline)?.units.flatMap(({ lessons }) => lessons.flatMap((lesson) => lesson.reflections)).length ?? 0;
            return (
              <div className="stack">
                {completionRule.revision === 0 && <p className="quiet measure">Nothing is set yet: the course’s own rules hold.</p>}
                {completionRule.evaluation && !evaluationForm.open && <p className="sign warn" data-sign="!">The evaluation form takes no answers: nobody can complete. <Link to="/cohorts/$cohort/evaluation" params={{ cohort: id }}>Open the form</Link></p>}
                {completionRule.attendance && completionRule.leastSessions !== null && completionRule.leastSessions > sessions && <p className="sign warn" data-sign="!">{completionRule.leastSessions} sessions are asked for and {sessions} planned: nobody can complete yet.</p>}
                <RuleForm key={completionRule.revision} cohort={id} rule={completionRule} sessions={sessions} reflections={reflections} handIns={handIns} locked={!sets} onSaved={reload} />
              </div>
            );
          }}
        </Loaded>
      )}
    </CohortScreen>
  );
}
