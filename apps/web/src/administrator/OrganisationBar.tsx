import { Link } from '@tanstack/react-router';
import { useCurrentInSight } from '../frame/useCurrentInSight.js';
import './administrator.css';

/** The screens on which an organisation is run: to add one is to add its route and a line here. */
const tabs = [
  { to: '/people', label: 'People' },
  { to: '/organisation', label: 'Settings' },
  { to: '/days-off', label: 'Days off' },
  { to: '/organisation/sign-in', label: 'Signing in' },
  { to: '/organisation/permissions', label: 'Permissions' },
  { to: '/audit', label: 'Audit' },
  { to: '/organisation/certificates', label: 'Certificates' },
] as const;

/** Below the heading of each of an administrator's screens: the others. */
export function OrganisationBar() {
  const row = useCurrentInSight();
  return (
    <nav aria-label="This organisation" className="organisation-bar">
      <ul ref={row}>
        {tabs.map(({ to, label }) => (
          <li key={to}><Link to={to} activeOptions={{ exact: true, includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>{label}</Link></li>
        ))}
      </ul>
    </nav>
  );
}
