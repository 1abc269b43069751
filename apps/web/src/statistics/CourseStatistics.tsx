import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { rowKeys } from '../frame/rowKeys.js';
import { CourseStatisticsDocument } from '../generated/graphql.js';
import { useCourse } from '../instructor/CourseContext.js';
import { CoursePage } from '../instructor/CoursePage.js';
import { Loaded } from '../states/Loaded.js';
import { Empty, TableBones } from '../states/states.js';
import { unbroken } from '../time/words.js';
import { When } from '../time/When.js';
import { inFigures } from './figures.js';
import './statistics.css';

/** A course's assessments, each with what its attempts show in a line. */
export function CourseStatistics() {
  const { course } = useCourse();
  const [result, again] = useQuery({ query: CourseStatisticsDocument, variables: { course: course.id }, requestPolicy: 'cache-and-network' });
  return (
    <CoursePage title="Statistics" ofVersion={false} lead="What the answers say about each assessment and its items, over all versions. Each learner's first attempt counts.">
      <Loaded result={result} value={result.data?.courseStatistics} retry={() => again({ requestPolicy: 'network-only' })} what="course" need="instructors and coordinators" skeleton={<TableBones />}>
        {(assessments) => assessments.length === 0 ? <Empty title="This course has no assessment">When a unit has one and learners take it, its statistics appear here.</Empty> : (
          <table className="grid folds">
            <caption className="unseen">Assessments with their statistics</caption>
            <thead><tr><th scope="col">Assessment</th><th scope="col" className="figure">Attempts</th><th scope="col" className="figure">Mean</th><th scope="col" className="figure">Reliability</th><th scope="col" className="figure">Need a look</th><th scope="col">Computed</th></tr></thead>
            <tbody onKeyDown={rowKeys}>
              {assessments.map(({ assessment, title, attempts, newer, computedAt, headline, flaggedCount, mean, reliability }) => (
                <tr key={assessment}>
                  <th scope="row">
                    <Link to="/courses/$course/statistics/$assessment" params={{ course: course.id, assessment }} className="plain">{title}</Link>
                    <span className="small quiet below">{headline === null ? (attempts === 0 ? 'Nobody has submitted it yet.' : 'Not computed yet: open it, and it is.') : unbroken(headline)}</span>
                  </th>
                  <td data-label="Attempts" className="figure">{attempts}{newer > 0 && computedAt !== null && <span className="small quiet"> ({newer} new)</span>}</td>
                  <td data-label="Mean" className="figure"><Value value={mean?.value} unit="share" /></td>
                  <td data-label="Reliability" className="figure"><Value value={reliability?.value} unit="number" /></td>
                  <td data-label="Need a look" className="figure">{computedAt === null ? <span className="quiet">not known</span> : flaggedCount === 0 ? 0 : <span className="sign warn" data-sign="▲">{flaggedCount}</span>}</td>
                  <td data-label="Computed"><When at={computedAt} none="not yet" /></td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
    </CoursePage>
  );
}

function Value({ value, unit }: { value: number | null | undefined; unit: string }) {
  return value === null || value === undefined ? <span className="quiet">none</span> : <>{inFigures(value, unit)}</>;
}
