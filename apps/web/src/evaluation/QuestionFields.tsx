import { Checkbox, Textarea, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import type { EvaluationQuestion } from '@preceptor/tracking';

/** What one question is. */
export function QuestionFields({ question, change }: { question: EvaluationQuestion; change: (part: Partial<EvaluationQuestion>) => void }) {
  return (
    <div className="stack tight">
      <TextInput label="Question" value={question.text} maxLength={500} onChange={(event) => change({ text: event.currentTarget.value })} data-autofocus />
      {question.kind === 'RATING' && (
        <div className="row ends">
          <TextInput className="grow" label="1 means" value={question.low ?? ''} maxLength={60} onChange={(event) => change({ low: event.currentTarget.value })} />
          <TextInput className="grow" label="5 means" value={question.high ?? ''} maxLength={60} onChange={(event) => change({ high: event.currentTarget.value })} />
        </div>
      )}
      {question.kind === 'CHOICE' && (
        <>
          <Textarea label="Choices, one a line" autosize minRows={2} maxRows={12} value={(question.options ?? []).join('\n')} onChange={(event) => change({ options: event.currentTarget.value.split('\n') })} />
          <Checkbox label="More than one may be chosen" checked={question.several === true} onChange={(event) => change({ several: event.currentTarget.checked })} />
        </>
      )}
    </div>
  );
}
