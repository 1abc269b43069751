import { Button } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { OnePackageDocument, PackageChoicesDocument } from '../generated/graphql.js';
import { useCourse } from '../instructor/CourseContext.js';
import { CoursePage } from '../instructor/CoursePage.js';
import { Loaded } from '../states/Loaded.js';
import { systemOf } from './lms.js';
import { useOutlook } from './Preview.js';
import './packages.css';

/** What to click over there: one sheet of paper for whoever imports the package. */
export function StepsPage() {
  const { course, version } = useCourse();
  const search = useSearch({ from: '/courses/$course/package/steps' });
  const lms = systemOf(search.lms) ?? systemOf('other');
  const [result, again] = useQuery({ query: PackageChoicesDocument, variables: { id: version.id } });
  const [{ data }] = useQuery({ query: OnePackageDocument, variables: { id: search.package ?? '' }, pause: search.package === undefined });
  const standard = search.standard ?? lms?.standard ?? 'scorm-1.2';
  const { outlook } = useOutlook(version.id, standard, { ...lms?.options, ...search.options });
  const made = data?.coursePackage;
  const name = lms === undefined || lms.id === 'other' ? 'your LMS' : lms.name;
  return (
    <CoursePage title={`What to click in ${name}`} up={<Link to="/courses/$course/package" from="/courses/$course/package/steps" search={(before) => before}>Package</Link>}
      actions={<Button className="no-print" onClick={() => print()}>Print</Button>}>
      <Loaded result={result} value={result.data?.courseVersion} retry={() => again({ requestPolicy: 'network-only' })} what="version" need="instructors and coordinators">
        {({ packageOptions }) => (
          <div className="stack wide paper">
            <dl className="facts measure">
              <dt>Course</dt><dd>{course.title}</dd>
              <dt>Version</dt><dd>{version.number} ({version.label})</dd>
              <dt>Standard</dt><dd>{packageOptions.standards.find((each) => each.standard === standard)?.label ?? standard}</dd>
              {made !== null && made !== undefined && made.sha256 !== null && <><dt>File</dt><dd>{made.name}</dd><dt>SHA-256</dt><dd><code>{made.sha256}</code></dd></>}
            </dl>
            <section className="stack measure"><h2>Steps</h2><ol className="steps">{lms?.steps.map((step) => <li key={step}>{step}</li>)}</ol></section>
            {outlook !== null && (
              <>
                <section className="stack measure"><h2>Settings</h2><ul className="tell">{[...outlook.tell, ...(lms?.mind ?? [])].map((each) => <li key={each}>{each}</li>)}</ul></section>
                <section className="stack measure"><h2>What the LMS will show</h2><ul className="tell">{outlook.status.map((each) => <li key={each}>{each}</li>)}</ul></section>
              </>
            )}
            <section className="stack measure"><h2>Try it</h2><p>Open it once as a learner, read the first lesson, close it, and open it again: it must come back to where you left, and the report must show an attempt that is under way.</p></section>
          </div>
        )}
      </Loaded>
    </CoursePage>
  );
}
