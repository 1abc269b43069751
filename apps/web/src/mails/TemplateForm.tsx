import { Button, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { announce } from '../frame/announce.js';
import { MailPreviewDocument, type MailTemplateQuery, type MailWordingQuery, ResetMailTemplateDocument, SaveMailTemplateDocument, SendTestMailDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';

type Template = MailTemplateQuery['mailTemplate'];
interface Props { template: Template; variables: MailWordingQuery['mailDelivery']['kinds'][number]['variables']; saved: () => void }

/** The words of one kind of mail in one language, and how they look when they are filled. */
export function TemplateForm({ template, variables, saved }: Props) {
  const [subject, setSubject] = useState(template.subject);
  const [text, setText] = useState(template.text);
  const input = { kind: template.kind, language: template.language, subject, text };
  const [preview] = useQuery({ query: MailPreviewDocument, variables: { input } });
  const [saving, save] = useMutation(SaveMailTemplateDocument);
  const [resetting, reset] = useMutation(ResetMailTemplateDocument);
  const [testing, test] = useMutation(SendTestMailDocument);
  const [fault, setFault] = useState<string | null>(null);
  const seen = preview.data?.mailPreview;
  const direction = template.language === 'ar' ? 'rtl' : 'auto';
  async function after(done: Promise<{ error?: Parameters<typeof faultOf>[0] | undefined }>, sentence: string, changed: boolean): Promise<void> {
    setFault(null);
    const { error } = await done;
    if (error !== undefined) return setFault(faultOf(error).message);
    announce(sentence);
    if (changed) saved();
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void after(save({ input, revision: template.revision }), 'The wording is saved, for mails from now on.', true);
  };
  return (
    <div className="wording">
      <form className="stack" onSubmit={submit}>
        {!template.translated && <p className="notice" role="note">There are no words in this language yet. These are the English ones.</p>}
        <TextInput label="Subject" required withAsterisk={false} value={subject} maxLength={200} onChange={({ currentTarget: { value } }) => setSubject(value)} dir={direction} />
        <Textarea label="Text" required withAsterisk={false} autosize minRows={8} value={text} maxLength={10_000} onChange={({ currentTarget: { value } }) => setText(value)} dir={direction} />
        <details><summary>Words in braces</summary><ul>{variables.map(({ name, about }) => <li key={name}><code>{`{${name}}`}</code> {about}</li>)}</ul></details>
        {fault !== null && <p role="alert" className="bad">{fault}</p>}
        <div className="row">
          <Button type="submit" loading={saving.fetching}>Save the wording</Button>
          <Button variant="default" loading={testing.fetching} onClick={() => void after(test({ input }), 'A test mail to you is queued.', false)}>Send me a test</Button>
          {template.own && <Button variant="subtle" loading={resetting.fetching} onClick={() => void after(reset({ kind: template.kind, language: template.language, revision: template.revision }), 'The wording is as it was at first.', true)}>Back to the first wording</Button>}
        </div>
      </form>
      <section aria-label="Preview" className="stack">
        <h3>Preview</h3>
        {seen !== undefined && (
          <>
            {seen.faults.map(({ field, line, column, says }) => <p key={`${field}/${line}/${column}`} className="bad" role="status">{field === 'subject' ? 'Subject' : `Line ${line}`}, character {column}: {says}</p>)}
            <article className="mail-body" aria-label="Filled" lang={template.language} dir={direction}><strong>{seen.subject}</strong>{'\n\n'}{seen.text}</article>
            <p className="small quiet">{seen.filledFrom === null ? 'Filled with examples.' : `Filled from the last mail of this kind, to ${seen.filledFrom}.`}</p>
          </>
        )}
      </section>
    </div>
  );
}
