import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { OtherOrganisations } from './OtherOrganisations.js';
import { client } from '../session/client.js';
import { desksOf, roleNames, type Person } from '../session/roles.js';
import { SignOutDocument } from '../generated/graphql.js';

export function TopBar({ person }: { person: Person }) {
  const desks = desksOf(person);
  const at = useLocation({ select: ({ pathname }) => pathname });
  const isAt = (desk: (typeof desks)[number]) => 'holds' in desk && desk.holds.some((path) => at === path || at.startsWith(`${path}/`));
  return (
    <header className="top">
      <div>
        <Link to="/" className="house">{person.organisation.logoUrl !== null && <img src={person.organisation.logoUrl} alt="" />}<span>{person.organisation.name}</span></Link>
        <nav aria-label="Main">
          {desks.length > 1 && (
            <ul>{desks.map((desk) => <li key={desk.path}><Link to={desk.path} aria-current={isAt(desk) ? 'page' : undefined} activeProps={{ 'aria-current': 'page' }}>{desk.label}</Link></li>)}</ul>
          )}
        </nav>
        <AccountMenu person={person} />
      </div>
    </header>
  );
}

function AccountMenu({ person }: { person: Person }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={260} shadow="md" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button type="button" className="account" aria-label={`${initials(person.account.name)}: account of ${person.account.name}`}>{initials(person.account.name)}</button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <strong style={{ color: 'var(--text)' }}>{person.account.name}</strong><br />
          {person.account.email}<br />
          {person.roles.map((role) => roleNames[role]).join(', ')}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>Colours</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(schemes.find((each) => each.value === value)?.value ?? 'auto')}>
          {schemes.map(({ value, label }) => <Menu.RadioItem key={value} value={value}>{label}</Menu.RadioItem>)}
        </Menu.RadioGroup>
        <Menu.Divider />
        <OtherOrganisations person={person} />
        <Menu.Item renderRoot={(props) => <Link to="/account" {...props} />}>My account</Menu.Item>
        <Menu.Item renderRoot={(props) => <Link to="/privacy" {...props} />}>Your data</Menu.Item>
        <Menu.Item onClick={() => void signOut()}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const schemes: { value: MantineColorScheme; label: string }[] = [{ value: 'light', label: 'Light' }, { value: 'dark', label: 'Dark' }, { value: 'auto', label: 'As the system' }];

async function signOut() {
  const { error } = await client.mutation(SignOutDocument, {}).toPromise();
  if (error === undefined) location.assign('/sign-in');
}

function initials(name: string): string {
  const parts = name.trim().split(/\s+/);
  return [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => part?.[0] ?? '').join('').toUpperCase();
}
