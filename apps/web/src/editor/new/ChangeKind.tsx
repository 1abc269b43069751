import { NativeSelect } from '@mantine/core';
import type { Kind } from '@preceptor/assessment';
import { announce } from '../../frame/announce.js';
import { asKind, kindGroups, kindsInWords } from '../document/item-kinds.js';
import type { Draft } from '../document/useDraft.js';
import { useItemForm } from '../form/ItemForm.js';

/** Makes another kind of the item. What both kinds have stays; Undo brings the rest back. */
export function ChangeKind({ kind, draft }: { kind: Kind | null; draft: Draft }) {
  const { readOnly } = useItemForm();
  if (readOnly) return null;
  const change = (next: Kind): void => {
    draft.replace(asKind(draft.document, next));
    announce(`This is ${kindsInWords[next].name} now. Undo brings back what it was.`);
  };
  return (
    <NativeSelect className="change-kind" label="Kind of question" description="Another kind keeps the question and what both have; Undo brings the rest back." value={kind ?? ''} onChange={(event) => { const next = kindGroups.flatMap(({ kinds }) => kinds).find((each) => each === event.currentTarget.value); if (next !== undefined) change(next); }}
      data={[...(kind === null ? [{ value: '', label: 'Choose' }] : []), ...kindGroups.map(({ title, kinds }) => ({ group: title, items: kinds.map((each) => ({ value: each, label: kindsInWords[each].name })) }))]} />
  );
}
