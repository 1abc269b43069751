import { Button, Checkbox, Radio, Textarea } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Radio.css';
import type { EvaluationAnswers, EvaluationQuestion } from '@preceptor/tracking';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { Page } from '../frame/Page.js';
import { FillEvaluationDocument, MyEvaluationsDocument } from '../generated/graphql.js';
import { Loaded } from '../states/Loaded.js';
import { fieldFaults } from '../states/faults.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';
import { faultsOf, readQuestions } from './questions.js';
import './evaluation.css';

/** A form that a learner fills in, once. */
export function FillPage() {
  const { enrolment: id } = useParams({ from: '/home/$enrolment/evaluation' });
  const { form, session } = useSearch({ from: '/home/$enrolment/evaluation' });
  const [result, again] = useQuery({ query: MyEvaluationsDocument, variables: { id } });
  const enrolment = result.data?.enrolment ?? null;
  const asked = enrolment?.evaluations.find((one) => one.form.formId === form && (one.session?.id ?? undefined) === session) ?? null;
  return (
    <Page title={asked?.form.title ?? 'Evaluation'} within="My learning" trail={<Link to="/home">My learning</Link>} lead={asked !== null && (asked.session === null ? enrolment?.courseVersion.title : asked.session.title)} slim>
      <Loaded result={result} value={result.data === undefined ? undefined : asked} retry={() => again({ requestPolicy: 'network-only' })} what="form">
        {(found) => (found.filled ? <p className="sign good" data-sign="✓">You have filled in this form. Thank you.</p> : <Form form={found.form.formId ?? ''} session={found.session?.id ?? null} questions={readQuestions(found.form.questions)} />)}
      </Loaded>
    </Page>
  );
}

function Form({ form, session, questions }: { form: string; session: string | null; questions: EvaluationQuestion[] }) {
  const [answers, setAnswers] = useState<EvaluationAnswers>({});
  const [state, send] = useMutation(FillEvaluationDocument);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set());
  const element = useFocusOnFault(faults);
  const set = (id: string, value: EvaluationAnswers[string]) => {
    setAnswers((before) => ({ ...before, [id]: value }));
    // The focus goes to the first fault whenever faults change: what was mended stays in the list and is only shown no more.
    setMended((before) => new Set(before).add(id));
  };
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const wanting = faultsOf(questions, answers);
    setFaults(wanting);
    setMended(new Set());
    if (Object.keys(wanting).length > 0) return;
    const { error } = await send({ form, answers, session });
    if (error !== undefined) setFaults(fieldFaults(error));
  }
  if (state.data !== undefined && state.error === undefined) return <div className="stack" role="status"><p className="sign good" data-sign="✓">Thank you: your answers are kept, without your name.</p><p><Link to="/home">Go to my learning</Link></p></div>;
  return (
    <form ref={element} className="stack wide measure asked" noValidate onSubmit={(event) => void submit(event)}>
      <p className="quiet">Your answers are anonymous: they are kept without your name and without a time, and are shown only together with those of others. That you filled in the form is known; what you said is not. That is why you can’t change it afterwards.</p>
      {questions.map((question) => <Question key={question.id} question={question} answer={answers[question.id]} fault={mended.has(question.id) ? undefined : faults[question.id]} set={(value) => set(question.id, value)} />)}
      {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
      <p><Button type="submit" loading={state.fetching}>Hand in my answers</Button></p>
    </form>
  );
}

interface QuestionProps { question: EvaluationQuestion; answer: EvaluationAnswers[string] | undefined; fault: string | undefined; set: (value: EvaluationAnswers[string]) => void }
function Question({ question, answer, fault, set }: QuestionProps) {
  const label = <>{question.text}{!question.required && <span className="quiet"> (if you like)</span>}</>;
  const error = fault === undefined ? null : <p role="alert" className="bad small">{fault}</p>;
  const chosen = Array.isArray(answer) ? answer : [];
  if (question.kind === 'TEXT') return <Textarea label={label} autosize minRows={2} maxRows={10} maxLength={2000} value={typeof answer === 'string' ? answer : ''} error={fault} onChange={(event) => set(event.currentTarget.value)} />;
  return (
    <fieldset className="stack tight plain">
      <legend>{label}</legend>
      {question.kind === 'RATING' ? (
        <>
          <div className="ratings">{[1, 2, 3, 4, 5].map((value) => <label key={value}><input type="radio" name={question.id} value={value} checked={answer === value} aria-invalid={fault !== undefined} onChange={() => set(value)} aria-label={`${value} of 5${value === 1 ? `, ${question.low ?? ''}` : value === 5 ? `, ${question.high ?? ''}` : ''}`} />{value}</label>)}</div>
          <p className="ends-of small quiet" aria-hidden="true"><span>{question.low}</span><span>{question.high}</span></p>
        </>
      ) : question.options?.map((option, place) => (question.several === true
        ? <Checkbox key={place} label={option} checked={chosen.includes(place)} onChange={(event) => set(event.currentTarget.checked ? [...chosen, place] : chosen.filter((one) => one !== place))} />
        : <Radio key={place} name={question.id} label={option} checked={chosen.includes(place)} aria-invalid={fault !== undefined} onChange={() => set([place])} />))}
      {error}
    </fieldset>
  );
}
