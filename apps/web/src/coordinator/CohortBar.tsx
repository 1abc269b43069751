import { Link } from '@tanstack/react-router';
import { useCurrentInSight } from '../frame/useCurrentInSight.js';

/** The screens of a cohort: to add one is to add its route and a line here. */
const tabs = [
  { to: '/cohorts/$cohort', label: 'Learners', exact: true },
  { to: '/cohorts/$cohort/gradebook', label: 'Gradebook', exact: true },
  { to: '/cohorts/$cohort/schedule', label: 'Schedule', exact: true },
  { to: '/cohorts/$cohort/sessions', label: 'Sessions', exact: true },
  { to: '/cohorts/$cohort/completion', label: 'Completion', exact: true },
  { to: '/cohorts/$cohort/evaluation', label: 'Evaluation', exact: true },
  { to: '/cohorts/$cohort/certificates', label: 'Certificates', exact: true },
  { to: '/cohorts/$cohort/mails', label: 'Mails', exact: true },
  { to: '/cohorts/$cohort/groups', label: 'Groups', exact: true },
  { to: '/cohorts/$cohort/places', label: 'Places', exact: true },
  { to: '/cohorts/$cohort/settings', label: 'Settings', exact: true },
] as const;

/** Below the heading of each of a cohort's screens: its other screens. */
export function CohortBar({ cohort }: { cohort: string }) {
  const row = useCurrentInSight();
  return (
    <nav aria-label="This cohort" className="cohort-bar">
      <ul ref={row}>
        {tabs.map(({ to, label, exact }) => (
          <li key={to}><Link to={to} params={{ cohort }} activeOptions={{ exact, includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>{label}</Link></li>
        ))}
      </ul>
    </nav>
  );
}
