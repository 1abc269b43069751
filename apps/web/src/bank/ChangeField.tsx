import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from 'urql';
import { CourseStatementsDocument, type FacetFragment } from '../generated/graphql.js';
import { shortened } from '../instructor/shortened.js';
import { kindName } from '../instructor/itemOrder.js';
import type { ChangeKind } from './changes.js';
import { branchesOf, type Bank } from './folderTree.js';

interface Props { kind: ChangeKind; bank: Bank | null; tags: readonly FacetFragment[]; value: string; onChange: (value: string) => void }

export const firstValue = (kind: ChangeKind): string => ({ level: 'application', difficulty: 'medium' } as Partial<Record<ChangeKind, string>>)[kind] ?? '';

/** The field in which a change says what questions get. */
export function ChangeField({ kind, bank, tags, value, onChange }: Props) {
  switch (kind) {
    case 'add-tags': case 'remove-tags': return (
      <>
        <TextInput label="Tags" description="Several are parted by commas." list="known-tags" value={value} onChange={(event) => onChange(event.currentTarget.value)} data-autofocus autoComplete="off" />
        <datalist id="known-tags">{tags.map((tag) => <option key={tag.value} value={tag.value} />)}</datalist>
      </>
    );
    case 'level': return <Select label="Level" values={['recall', 'application', 'judgement']} value={value} onChange={onChange} />;
    case 'difficulty': return <Select label="Difficulty" values={['easy', 'medium', 'hard']} value={value} onChange={onChange} />;
    case 'add-statement': case 'remove-statement': return <Statement course={bank?.course?.id ?? null} value={value} onChange={onChange} />;
    case 'folder': return (
      <NativeSelect label="Folder" value={value} data={[{ value: '', label: 'The bank itself' }, ...branchesOf(bank?.folders ?? []).map(({ folder, path }) => ({ value: folder.id, label: path }))]} onChange={(event) => onChange(event.currentTarget.value)} data-autofocus />
    );
    case 'retire': return <p>No new assessment uses a retired question. Attempts that had it keep it, and it can be taken up again.</p>;
  }
}

function Select({ label, values, value, onChange }: { label: string; values: readonly string[]; value: string; onChange: (value: string) => void }) {
  return <NativeSelect label={label} value={value} data={values.map((each) => ({ value: each, label: kindName(each) }))} onChange={(event) => onChange(event.currentTarget.value)} data-autofocus />;
}

function Statement({ course, value, onChange }: { course: string | null; value: string; onChange: (value: string) => void }) {
  const [{ data }] = useQuery({ query: CourseStatementsDocument, variables: { id: course ?? '' }, pause: course === null });
  const statements = data?.course?.latestVersion?.statements;
  if (course === null || statements === undefined) return <TextInput label="Statement" description="Its id in the course, such as s12." value={value} onChange={(event) => onChange(event.currentTarget.value)} data-autofocus autoComplete="off" />;
  return <NativeSelect label="Statement" value={value} data={[{ value: '', label: 'Choose one' }, ...statements.map(({ id, text }) => ({ value: id, label: `${id}: ${shortened(text, 90)}` }))]} onChange={(event) => onChange(event.currentTarget.value)} data-autofocus />;
}
