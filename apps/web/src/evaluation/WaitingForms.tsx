import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { WaitingEvaluationsDocument } from '../generated/graphql.js';

/** On a learner's home: the forms that wait for her; nothing where none does. */
export function WaitingForms() {
  const [{ data }] = useQuery({ query: WaitingEvaluationsDocument, requestPolicy: 'cache-and-network' });
  const waiting = data?.viewer?.enrolments.edges.flatMap(({ node }) => node.evaluations.filter(({ filled }) => !filled).map((one) => ({ ...one, enrolment: node.id, course: node.courseVersion.title }))) ?? [];
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="forms" className="stack">
      <h2 id="forms">What do you think?</h2>
      <ul className="lines">
        {waiting.slice(0, 10).map(({ enrolment, course, form, session }) => (
          <li key={`${form.formId}/${session?.id ?? ''}`}><Link to="/home/$enrolment/evaluation" params={{ enrolment }} search={{ form: form.formId ?? undefined, session: session?.id }}>{form.title}: {session?.title ?? course}</Link><span className="small quiet below">Anonymous, a few minutes</span></li>
        ))}
      </ul>
    </section>
  );
}
