import { Link } from '@tanstack/react-router';
import './administrator.css';

/** The screens on which an organisation is run: to add one is to add its route and a line here. */
const tabs = [
  { to: '/people', label: 'People' },
  { to: '/organisation', label: 'Settings' },
  { to: '/audit', label: 'Audit' },
  { to: '/organisation/certificates', label: 'Certificates' },
] as const;

/** Below the heading of each of an administrator's screens: the others. */
export function OrganisationBar() {
  if (tabs.length < 2) return null;
  return (
    <nav aria-label="This organisation" className="organisation-bar">
      <ul>
        {tabs.map(({ to, label }) => (
          <li key={to}><Link to={to} activeOptions={{ exact: true, includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>{label}</Link></li>
        ))}
      </ul>
    </nav>
  );
}
