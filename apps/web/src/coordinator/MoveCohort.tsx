import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { CombinedError, useClient, useQuery } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { LessonTitlesDocument, type CohortHeadQuery } from '../generated/graphql.js';
import { readOutline } from '../learning/reading.js';
import { faultOf } from '../states/faults.js';
import { Bones, Failure } from '../states/states.js';
import { plural } from '../time/words.js';
import { move, previewOf, type Change } from './move.js';
import { MoveChanges } from './MoveChanges.js';

type Cohort = NonNullable<CohortHeadQuery['cohort']>;

/** Takes a cohort to the newest version of its course, after showing what that changes; nothing where it is on it. */
export function MoveCohort({ cohort, onMoved }: { cohort: Cohort; /** hears what was done, in a sentence */ onMoved: (done: string) => void }) {
  const [open, setOpen] = useState(false);
  const newest = cohort.courseVersion.course.latestVersion;
  if (newest === null || newest.number <= cohort.courseVersion.number) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>Move to version {newest.number}</Button>
      <Dialog opened={open} close={() => setOpen(false)} title={`Move to version ${newest.number}`}>
        {open && <Preview cohort={cohort} to={newest} close={() => setOpen(false)} onMoved={() => { setOpen(false); onMoved(`${cohort.name} is on version ${newest.number} now.`); }} />}
      </Dialog>
    </>
  );
}

function Preview({ cohort, to, close, onMoved }: { cohort: Cohort; to: { id: string; number: number }; close: () => void; onMoved: () => void }) {
  const client = useClient();
  const [{ data }] = useQuery({ query: LessonTitlesDocument, variables: { from: cohort.courseVersion.id, to: to.id } });
  const [turn, setTurn] = useState(0);
  const [changes, setChanges] = useState<Change[] | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [moving, setMoving] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  useEffect(() => {
    let stopped = false;
    setFault(null);
    previewOf(client, cohort.id, to.id).then((found) => { if (!stopped) setChanges(found); }, (error: unknown) => { if (!stopped) setFault(sentence(error)); });
    return () => { stopped = true; };
  }, [client, cohort.id, to.id, turn]);
  async function confirm(moved: Change[]) {
    setMoving(true);
    setRefused(null);
    try {
      await move(client, cohort.id, to.id, moved);
      onMoved();
    } catch (error) {
      setMoving(false);
      setRefused(sentence(error));
      setTurn((now) => now + 1);
    }
  }
  const titles = titlesOf(data?.from?.outline, data?.to?.outline);
  if (fault !== null) return <Failure message={fault} retry={() => setTurn((now) => now + 1)} />;
  if (changes === null) return <Bones lines={5} label="Working out what would change" />;
  return (
    <div className="stack">
      <MoveChanges changes={changes} titles={titles} from={cohort.courseVersion.number} to={to.number} />
      {refused !== null && <p role="alert" className="bad">It was not finished. {refused} Look at what is left to move, and move again.</p>}
      <div className="row">
        <Button loading={moving} onClick={() => void confirm(changes)}>{changes.length === 0 ? `Move the cohort to version ${to.number}` : `Move ${plural(changes.length, 'learner')} to version ${to.number}`}</Button>
        <Button variant="subtle" onClick={close}>Leave it at version {cohort.courseVersion.number}</Button>
      </div>
    </div>
  );
}

const sentence = (error: unknown) => (error instanceof CombinedError ? faultOf(error).message : 'Preceptor could not be reached.');

function titlesOf(...outlines: unknown[]): Map<string, string> {
  return new Map(outlines.flatMap((outline) => readOutline(outline)?.units.flatMap((unit) => unit.lessons.map(({ id, title }): [string, string] => [id, title])) ?? []));
}
