import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { VersionUnitsDocument, type VersionUnitsQuery } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { Loaded } from '../states/Loaded.js';
import { TableBones } from '../states/states.js';
import { percent, plural } from '../time/words.js';
import { useCourse } from './CourseContext.js';
import { CoursePage, keepVersion } from './CoursePage.js';
import { Flags } from './Flags.js';
import { Publish } from './Publish.js';

type Unit = NonNullable<VersionUnitsQuery['courseVersion']>['units'][number];

/** Is the course sound, and are the items good? Flags first, then the units with how many learners are where. */
export function Units() {
  const { course, version } = useCourse();
  const instructs = useHasRole('INSTRUCTOR', 'ADMINISTRATOR');
  const [result, again] = useQuery({ query: VersionUnitsDocument, variables: { id: version.id } });
  return (
    <CoursePage lead={course.description} actions={instructs && <Publish slug={course.slug} title={course.title} next={(course.latestVersion?.number ?? 0) + 1} />}>
      <div className="stack wide">
        {instructs && <Flags />}
        <Loaded result={result} value={result.data?.courseVersion} retry={() => again({ requestPolicy: 'network-only' })} what="version" need="instructors and coordinators" skeleton={<TableBones rows={12} label="Loading the units" />}>
          {({ units }) => {
            const most = Math.max(1, ...units.flatMap((unit) => unit.lessons.map((lesson) => lesson.completedBy)));
            return <div className="stack wide">{units.map((unit, place) => <UnitPart key={unit.id} unit={unit} place={place + 1} most={most} />)}</div>;
          }}
        </Loaded>
      </div>
    </CoursePage>
  );
}

function UnitPart({ unit, place, most }: { unit: Unit; place: number; most: number }) {
  const { course } = useCourse();
  const { assessment } = unit;
  return (
    <section aria-labelledby={unit.id}>
      <div className="unit-head">
        <h2 id={unit.id}>{place}. {unit.title}</h2>
        <span className={unit.learnersHere > 0 ? 'small' : 'small quiet'}>{unit.learnersHere > 0 ? `${plural(unit.learnersHere, 'learner')} here now` : 'nobody here now'}</span>
      </div>
      <ul className="lines unit-lessons">
        {unit.lessons.map((lesson) => (
          <li key={lesson.id}>
            <Link to="/courses/$course/lessons/$lesson" params={{ course: course.id, lesson: lesson.id }} search={keepVersion} className="plain">{lesson.title}</Link>
            <span className="small quiet number">{lesson.minutes} min</span>
            <span className="small quiet">{plural(lesson.statements.length, 'statement')}</span>
            <span className="row" style={{ flexWrap: 'nowrap', gap: '0.6rem' }}>
              <span className="bar" aria-hidden="true"><span style={{ width: `${(lesson.completedBy / most) * 100}%` }} /></span>
              <span className="small quiet number" style={{ flex: 'none', minWidth: '3.6rem' }}>{lesson.completedBy} read</span>
            </span>
          </li>
        ))}
        {assessment !== null && (
          <li>
            <Link to="/courses/$course/items" params={{ course: course.id }} search={(before) => ({ ...keepVersion(before), unit: unit.id })} className="plain">{assessment.title}</Link>
            <span className="small quiet number">{assessment.itemCount} items</span>
            <span className="small quiet">{assessment.passMark === null ? 'no pass mark' : `pass at ${percent(assessment.passMark)}`}</span>
            <span className="row small">
              <Link to="/courses/$course/statistics/$assessment" params={{ course: course.id, assessment: assessment.id }}>Statistics<span className="unseen"> of {assessment.title}</span></Link>
              <Link to="/courses/$course/delivery/$assessment" params={{ course: course.id, assessment: assessment.id }} search={keepVersion}>Delivery<span className="unseen"> of {assessment.title}</span></Link>
              <Link to="/courses/$course/print/$assessment" params={{ course: course.id, assessment: assessment.id }} search={keepVersion}>Print<span className="unseen"> {assessment.title}</span></Link>
            </span>
          </li>
        )}
      </ul>
    </section>
  );
}
