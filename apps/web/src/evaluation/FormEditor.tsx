import { Button, Checkbox, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import type { EvaluationQuestion } from '@preceptor/tracking';
import { useState } from 'react';
import { useMutation } from 'urql';
import { announce } from '../frame/announce.js';
import { type FormFragment, SaveEvaluationFormDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { emptyQuestion, kindWords, moved, readQuestions } from './questions.js';
import { QuestionFields } from './QuestionFields.js';

interface Props { cohort: string; form: FormFragment; locked: boolean; onSaved: () => void }

/** What is asked; it begins with what boards of continuing education ask. */
export function FormEditor({ cohort, form, locked, onSaved }: Props) {
  const [title, setTitle] = useState(form.title);
  const [questions, setQuestions] = useState<EvaluationQuestion[]>(() => readQuestions(form.questions));
  const [editing, setEditing] = useState<string | null>(null);
  const [state, save] = useMutation(SaveEvaluationFormDocument);
  const [fault, setFault] = useState<string | null>(null);
  async function put(open: boolean): Promise<void> {
    const { error } = await save({ cohort, kind: form.kind, revision: form.revision, input: { title, open, questions } });
    if (error !== undefined) return setFault(Object.values(fieldFaults(error))[0] ?? null);
    announce(open ? 'The form is saved and takes answers.' : 'The form is saved and takes no answers.');
    onSaved();
  }
  const change = (id: string, part: Partial<EvaluationQuestion>) => setQuestions((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const add = (kind: EvaluationQuestion['kind']) => { const question = emptyQuestion(kind); setQuestions((all) => [...all, question]); setEditing(question.id); };
  return (
    <section aria-labelledby="form" className="stack measure">
      <h2 id="form">The form</h2>
      <p>{form.open ? <span className="sign good" data-sign="●">It takes answers.</span> : form.revision === 0 ? <span className="quiet">Not in use yet. It begins with what boards of continuing education ask; change what you like, then open it.</span> : <span className="sign warn" data-sign="○">It is closed.</span>}</p>
      <TextInput label="Title" value={title} maxLength={120} disabled={locked} onChange={(event) => setTitle(event.currentTarget.value)} />
      <ol>
        {questions.map((question, index) => (
          <li key={question.id} className="question-edit stack tight">
            <p><strong>{question.text === '' ? 'A new question' : question.text}</strong></p>
            <p className="small quiet">{kindWords[question.kind]}{question.options !== undefined && `: ${question.options.join(' / ')}`}{question.required ? '' : ' · may be left out'}</p>
            {!locked && (
              <p className="row small">
                <button type="button" className="link" aria-expanded={editing === question.id} onClick={() => setEditing(editing === question.id ? null : question.id)}>{editing === question.id ? 'Done' : 'Change'}<span className="unseen"> {question.text}</span></button>
                {index > 0 && <button type="button" className="link" onClick={() => setQuestions((all) => moved(all, index, -1))}>Up<span className="unseen"> {question.text}</span></button>}
                {index < questions.length - 1 && <button type="button" className="link" onClick={() => setQuestions((all) => moved(all, index, 1))}>Down<span className="unseen"> {question.text}</span></button>}
                <button type="button" className="link" onClick={() => setQuestions((all) => all.filter(({ id }) => id !== question.id))}>Take out<span className="unseen"> {question.text}</span></button>
              </p>
            )}
            {editing === question.id && <><QuestionFields question={question} change={(part) => change(question.id, part)} /><Checkbox label="Wants an answer" checked={question.required} onChange={(event) => change(question.id, { required: event.currentTarget.checked })} /></>}
          </li>
        ))}
      </ol>
      {!locked && (
        <>
          <div className="row">{(['RATING', 'CHOICE', 'TEXT'] as const).map((kind) => <Button key={kind} variant="default" onClick={() => add(kind)}>Add: {kindWords[kind].toLowerCase()}</Button>)}</div>
          {fault !== null && <p role="alert" className="bad">{fault}</p>}
          <div className="row">
            <Button loading={state.fetching} onClick={() => void put(true)}>{form.open ? 'Save the form' : 'Save and open the form'}</Button>
            {form.open ? <Button variant="default" onClick={() => void put(false)}>Save and close it</Button> : <Button variant="default" onClick={() => void put(false)}>Save, closed</Button>}
          </div>
        </>
      )}
    </section>
  );
}
