import { NativeSelect } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../frame/Page.js';
import { useHasRole } from '../session/Session.js';
import { useCourse } from './CourseContext.js';
import './course.css';

/** `staff`: for those who answer for the course's items. */
const tabs = [
  { to: '/courses/$course', label: 'Units', exact: true, staff: false },
  { to: '/courses/$course/statements', label: 'Statements', exact: false, staff: true },
  { to: '/courses/$course/items', label: 'Items', exact: false, staff: true },
  { to: '/courses/$course/statistics', label: 'Statistics', exact: false, staff: false },
  { to: '/courses/$course/package', label: 'Package', exact: false, staff: false },
] as const;

interface Props { title?: string; lead?: ReactNode; actions?: ReactNode; /** a way up below the course */ up?: ReactNode; /** whether it shows one version; else none can be chosen */ ofVersion?: boolean; children: ReactNode }

/** A screen of a course's desk: the way up, the heading, the course's other screens, which version. */
export function CoursePage({ title, lead, actions, up, ofVersion = true, children }: Props) {
  const { course, version } = useCourse();
  const instructs = useHasRole('INSTRUCTOR', 'ADMINISTRATOR');
  const trail = (
    <nav aria-label="Where this is">
      <Link to="/courses">Courses</Link>
      {title !== undefined && <> <span aria-hidden="true">/</span> <Link to="/courses/$course" params={{ course: course.id }} search={keepVersion}>{course.title}</Link></>}
      {up !== undefined && <> <span aria-hidden="true">/</span> {up}</>}
    </nav>
  );
  return (
    <Page title={title ?? course.title} within={title === undefined ? 'Courses' : course.title} trail={trail} lead={lead} actions={actions}>
      <div className="course-bar">
        <nav aria-label="This course">
          <ul>
            {tabs.filter(({ staff }) => instructs || !staff).map(({ to, label, exact }) => (
              <li key={to}><Link to={to} params={{ course: course.id }} search={keepVersion} activeOptions={{ exact, includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>{label}</Link></li>
            ))}
          </ul>
        </nav>
        {ofVersion ? <VersionPicker key={version.id} /> : <span className="quiet small">All versions</span>}
      </div>
      {children}
    </Page>
  );
}

/** Links within a course stay on the version being looked at, and leave one screen's filters behind. */
export function keepVersion(search: { version?: string | undefined }): { version?: string } {
  return search.version === undefined ? {} : { version: search.version };
}

function VersionPicker() {
  const { course, version, versions } = useCourse();
  const navigate = useNavigate();
  if (versions.length < 2) return <span className="quiet small">Version {version.number} ({version.label})</span>;
  return (
    <NativeSelect size="xs" aria-label="Version" value={version.id}
      data={versions.map((each) => ({ value: each.id, label: `Version ${each.number} (${each.label})` }))}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        void navigate({ to: '.', search: (before: object) => ({ ...before, version: chosen === course.latestVersion?.id ? undefined : chosen }) });
      }} />
  );
}
