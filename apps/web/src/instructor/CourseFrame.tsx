import { Link, Outlet, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { Page } from '../frame/Page.js';
import { CourseHeadDocument } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { Loaded } from '../states/Loaded.js';
import { Empty } from '../states/states.js';
import { CourseContext, type OpenCourse } from './CourseContext.js';
import { Publish } from './Publish.js';

/** Loads the course of the address once for all of its screens. */
export function CourseFrame() {
  const { course: id } = useParams({ from: '/courses/$course' });
  const { version: wanted } = useSearch({ from: '/courses/$course' });
  const instructs = useHasRole('INSTRUCTOR', 'ADMINISTRATOR');
  const [result, again] = useQuery({ query: CourseHeadDocument, variables: { id } });
  const course = result.data?.course ?? null;
  const open = useMemo<OpenCourse | null>(() => {
    if (course === null) return null;
    const versions = course.versions.edges.map((edge) => edge.node);
    const version = versions.find((each) => each.id === wanted) ?? course.latestVersion;
    return version === null ? null : { course, version, versions };
  }, [course, wanted]);
  const trail = <Link to="/courses">Courses</Link>;
  if (open !== null) return <CourseContext value={open}><Outlet /></CourseContext>;
  return (
    <Page title={course?.title ?? 'Course'} within="Courses" trail={trail}>
      <Loaded result={result} value={course} retry={() => again({ requestPolicy: 'network-only' })} what="course" need="instructors and coordinators">
        {({ slug, title }) => (
          <Empty title="This course has no published version yet" action={instructs && <Publish slug={slug} title={title} next={1} />}>
            Publishing compiles the course source and keeps it as version 1. Learners can be enrolled in it from then on.
          </Empty>
        )}
      </Loaded>
    </Page>
  );
}
