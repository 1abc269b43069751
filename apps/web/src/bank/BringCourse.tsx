import { Button, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useClient, useQuery, type Client } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { BringCourseItemsDocument, CoursesDocument, type BringCourseItemsMutation } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { plural } from '../time/words.js';

interface Props {
  /** the bank that takes them; null: a bank for each of the course's */
  bank: { id: string; title: string } | null;
  opened: boolean;
  close: () => void;
  onBrought: () => void;
}

/** Takes the questions of a published course into banks. */
export function BringCourse({ bank, opened, close, onBrought }: Props) {
  return <Dialog opened={opened} close={close} title="Bring in a course’s questions">{opened && <Form bank={bank} close={close} onBrought={onBrought} />}</Dialog>;
}

type Outcome = BringCourseItemsMutation['bringCourseItems'];
type Progress = { is: 'asking' } | { is: 'under way'; of: number; left: number } | { is: 'done'; brought: number; last: Outcome } | { is: 'failed'; says: string };

function Form({ bank, close, onBrought }: Omit<Props, 'opened'>) {
  const client = useClient();
  const [{ data }] = useQuery({ query: CoursesDocument, variables: { first: 100, after: null } });
  const [progress, setProgress] = useState<Progress>({ is: 'asking' });
  const courses = data?.courses.edges.flatMap(({ node }) => (node.latestVersion === null ? [] : [{ value: node.id, label: `${node.title} (version ${node.latestVersion.number})` }])) ?? [];
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const course = String(new FormData(event.currentTarget).get('course') ?? '');
    setProgress({ is: 'under way', of: 1, left: 1 });
    setProgress(await bringAll(client, course, bank?.id ?? null, (of, left) => setProgress({ is: 'under way', of, left })));
    onBrought();
  }
  if (progress.is === 'done') return <Done {...progress} close={close} />;
  const underWay = progress.is === 'under way';
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <p>{bank === null ? 'Each of the course’s banks becomes a bank here.' : `They come into “${bank.title}”, with a folder for each of the course’s banks.`} The questions are approved, as the course has them. What is here already stays as it is.</p>
      <NativeSelect name="course" label="Course" data={courses} disabled={courses.length === 0 || underWay} description={data !== undefined && courses.length === 0 ? 'No course is published yet.' : undefined} />
      {underWay && <p role="status" className="stack tight"><progress max={progress.of} value={progress.of - progress.left} aria-label="Questions brought in" /><span className="small quiet">Bringing them in: {progress.of - progress.left} of {progress.of}</span></p>}
      {progress.is === 'failed' && <p role="alert" className="bad">{progress.says} What came in stays; bring in again to go on.</p>}
      <div className="row"><Button type="submit" loading={underWay} disabled={courses.length === 0}>Bring in the questions</Button><Button variant="subtle" onClick={close}>Cancel</Button></div>
    </form>
  );
}

function Done({ brought, last: { items, version, banks }, close }: { brought: number; last: Outcome; close: () => void }) {
  const only = banks.length === 1 ? banks[0] : undefined;
  return (
    <div className="stack" role="status">
      <p><span className="sign good" data-sign="✓">{brought === 0 ? 'Every question was here already.' : `${plural(brought, 'question')} of version ${version} came in.`}</span></p>
      {brought > 0 && items > brought && <p className="small quiet">{plural(items - brought, 'question')} had come in before and stayed as they are.</p>}
      <div className="row"><Button onClick={close}>Close</Button>{only !== undefined && <Link to="/bank/$bank" params={{ bank: only.id }} onClick={close}>Open “{only.title}”</Link>}</div>
    </div>
  );
}

/** Call by call, until none is left. */
async function bringAll(client: Client, course: string, bank: string | null, onProgress: (of: number, left: number) => void): Promise<Progress> {
  for (let brought = 0; ;) {
    const { data, error } = await client.mutation(BringCourseItemsDocument, { course, bank }).toPromise();
    if (data === undefined) return { is: 'failed', says: error === undefined ? 'Preceptor could not be reached.' : faultOf(error).message };
    const last = data.bringCourseItems;
    brought += last.brought;
    if (last.left === 0 || last.brought === 0) return { is: 'done', brought, last };
    onProgress(brought + last.left, last.left);
  }
}
