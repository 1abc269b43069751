import type { Kind } from '@preceptor/assessment';
import { AboutItem } from './about/AboutItem.js';
import type { Draft } from './document/useDraft.js';
import { GeneralFeedback } from './form/feedback.js';
import { RichField } from './form/fields.js';
import { Notes } from './form/Notes.js';
import type { EditedItem } from './edited-item.js';
import { kindForms } from './kinds/index.js';
import { ChangeKind } from './new/ChangeKind.js';

/** The form: what is asked, what is right, what is said afterwards, and what the question is about. */
export function WriteForm({ kind, item, draft }: { kind: Kind | null; item: EditedItem; draft: Draft }) {
  const course = item.bank.course;
  if (kind === null) return <section className="write"><p>This question says no kind that Preceptor knows. Choose one to go on; what it shares with the text stays.</p><ChangeKind kind={null} draft={draft} /></section>;
  const Form = kindForms[kind];
  return (
    <section className="write" aria-label="Write">
      <RichField path={['stem']} label={kind === 'true-false' ? 'Claim' : kind === 'branching-case' || kind === 'script-concordance' ? 'Situation' : 'Question'} />
      <Form />
      <Notes pointer="" id="notes-whole" touched />
      {kind !== 'true-false' && <GeneralFeedback />}
      <AboutItem item={item.id} bank={item.bank.id} course={course === null ? null : { id: course.id, language: course.language, version: course.latestVersion?.id ?? null }} />
      <ChangeKind kind={kind} draft={draft} />
    </section>
  );
}
