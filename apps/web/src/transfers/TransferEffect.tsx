import { useEffect } from 'react';
import { useQuery } from 'urql';
import { type TransferInput, TransferPreviewDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { Bones } from '../states/states.js';
import { percent, plural } from '../time/words.js';

/** What going there would do, or why it can't be. */
export function TransferEffect({ input, onKnown }: { input: TransferInput; /** whether it can be done */ onKnown: (able: boolean) => void }) {
  const [{ data, error }] = useQuery({ query: TransferPreviewDocument, variables: { input }, requestPolicy: 'network-only' });
  const preview = data?.transferPreview;
  const able = preview !== undefined && preview.refused === null;
  useEffect(() => onKnown(able), [able, onKnown]);
  if (error !== undefined) return <p role="alert" className="bad">{faultOf(error).message}</p>;
  if (preview === undefined) return <Bones lines={4} label="Working out what would change" />;
  if (preview.refused !== null) return <p role="alert" className="sign bad" data-sign="✕">{preview.refused}</p>;
  const { course, keeps, changes, attendance } = preview;
  const counting = attendance.filter(({ counts }) => counts);
  return (
    <div className="stack tight small" role="status">
      <p>{course.fromVersion === course.toVersion ? `Version ${course.toVersion} of the course, as before: ${percent(course.fractionAfter)} done.` : `From version ${course.fromVersion} to ${course.toVersion}: ${percent(course.fractionBefore)} done now, ${percent(course.fractionAfter)} there.`}</p>
      {course.lessonsAdded.length > 0 && <p>{plural(course.lessonsAdded.length, 'lesson comes', 'lessons come')} to it: {course.lessonsAdded.join(', ')}.</p>}
      {course.lessonsRemoved.length > 0 && <p>{plural(course.lessonsRemoved.length, 'lesson is', 'lessons are')} no longer part of it: {course.lessonsRemoved.join(', ')}. What was done in them stays recorded.</p>}
      <p className="strong">Kept</p>
      <ul className="came-along">{[...keeps, ...(counting.length === 0 ? [] : [`Attendance at ${counting.map(({ session }) => `“${session}”`).join(', ')}: it counts for the session of the same title there`])].map((said) => <li key={said}><span className="sign good" data-sign="✓">{said}</span></li>)}</ul>
      <p className="strong">Other than before</p>
      <ul className="came-along">{changes.map((said) => <li key={said}>{said}</li>)}</ul>
    </div>
  );
}
