import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Page } from '../frame/Page.js';
import { rowKeys } from '../frame/rowKeys.js';
import { AssessmentPlansDocument, type PlanFragment, RatingTasksDocument } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { Loaded } from '../states/Loaded.js';
import { Empty, Partly, TableBones } from '../states/states.js';
import { plural } from '../time/words.js';
import { When } from '../time/When.js';
import { NewAssessment } from './NewAssessment.js';
import { purposeNames, standing } from './words.js';
import './assessments.css';

/** What is told of a plan changes with its forms. */
const withForms = { additionalTypenames: ['AssessmentForms', 'AssessmentPlan'] };

/** The assessments that are planned here, and what waits for one's own judgement. */
export function Assessments() {
  const plans = useHasRole('INSTRUCTOR', 'ADMINISTRATOR');
  const writes = useHasRole('INSTRUCTOR');
  const [{ data }] = useQuery({ query: AssessmentPlansDocument, variables: { after: null }, pause: !plans, context: withForms });
  const some = data !== undefined && data.assessmentPlans.nodes.length > 0;
  return (
    <Page title="Assessments" lead="From a blueprint to forms, a pass mark, and a version that learners take." actions={writes && some && <NewAssessment />}>
      <div className="stack wide">
        <Tasks alone={!plans} />
        {plans && <Plans />}
      </div>
    </Page>
  );
}

/** Empty lists are known by no type of their own. */
const withPanels = { additionalTypenames: ['AngoffPanel', 'RatingTask'] };

/** Panels that wait for one's ratings. `alone`: the screen shows nothing else. */
function Tasks({ alone }: { alone: boolean }) {
  const [result, again] = useQuery({ query: RatingTasksDocument, context: withPanels });
  const tasks = result.data?.ratingTasks;
  if (!alone && (tasks === undefined || tasks.length === 0)) return null;
  return (
    <section aria-labelledby="tasks" className="stack">
      <h2 id="tasks" className={alone ? 'unseen' : undefined}>Waiting for your judgement</h2>
      <Loaded result={result} value={tasks} retry={() => again({ requestPolicy: 'network-only' })} what="list" need="instructors, reviewers and graders">
        {(found) => found.length === 0 ? <Empty title="Nothing waits for you">When somebody puts you on a panel that sets a pass mark, you find its questions here.</Empty> : (
          <ul className="lines">
            {found.map(({ id, title, round, itemCount, rated }) => (
              <li key={id} className="row between">
                <span><Link to="/assessments/rate/$panel" params={{ panel: id }}>{title}</Link> <span className="quiet">round {round}: say how hard its questions are</span></span>
                <span className={rated === itemCount ? 'sign good' : 'sign'} data-sign={rated === itemCount ? '✓' : '◐'}>{rated} of {itemCount} rated</span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}

function Plans() {
  const [result, again] = useQuery({ query: AssessmentPlansDocument, variables: { after: null }, context: withForms });
  const retry = () => again({ requestPolicy: 'network-only' });
  const writes = useHasRole('INSTRUCTOR');
  return (
    <Loaded result={result} value={result.data?.assessmentPlans} retry={retry} what="list" need="instructors" skeleton={<TableBones rows={3} />}>
      {({ nodes, pageInfo, totalCount }) => nodes.length === 0 ? (
        <Empty title="No assessment is planned yet" action={writes && <NewAssessment first />}>Say which unit it is for and how many questions of what kind it has; the forms are built from the approved questions of your banks.</Empty>
      ) : (
        <div>
          {pageInfo.hasNextPage && <Partly message={`only 50 of ${totalCount} assessments are shown, those changed last.`} retry={retry} />}
          <table className="grid folds">
            <caption className="unseen">Assessments, those changed last first</caption>
            <thead><tr><th scope="col">Assessment</th><th scope="col">Course</th><th scope="col" className="figure">Questions</th><th scope="col" className="figure">Forms</th><th scope="col">Where it stands</th><th scope="col">Changed</th></tr></thead>
            <tbody onKeyDown={rowKeys}>{nodes.map((plan) => <Line key={plan.id} plan={plan} />)}</tbody>
          </table>
        </div>
      )}
    </Loaded>
  );
}

function Line({ plan }: { plan: PlanFragment }) {
  const { sign, kind, says } = standing(plan);
  return (
    <tr>
      <th scope="row"><Link to="/assessments/$assessment" params={{ assessment: plan.id }}>{plan.title}</Link><span className="below quiet small">{purposeNames[plan.purpose] ?? plan.purpose}</span></th>
      <td data-label="Course">{plan.course?.title}</td>
      <td className="figure" data-label="Questions">{plan.itemCount}</td>
      <td className="figure" data-label="Forms">{plan.formCount === 0 ? <span className="quiet">none</span> : plural(plan.formCount, 'form')}</td>
      <td data-label="Where it stands"><span className={`sign ${kind}`} data-sign={sign}>{says}</span></td>
      <td data-label="Changed"><When at={plan.updatedAt} /></td>
    </tr>
  );
}
