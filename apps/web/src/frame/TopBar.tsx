import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { client } from '../session/client.js';
import { desksOf, roleNames, type Person } from '../session/roles.js';
import { SignOutDocument } from '../generated/graphql.js';

export function TopBar({ person }: { person: Person }) {
  const desks = desksOf(person);
  return (
    <header className="top">
      <div>
        <Link to="/" className="house">{person.organisation.name}</Link>
        <nav aria-label="Main">
          {desks.length > 1 && (
            <ul>{desks.map((desk) => <li key={desk.path}><Link to={desk.path} activeProps={{ 'aria-current': 'page' }}>{desk.label}</Link></li>)}</ul>
          )}
        </nav>
        <AccountMenu person={person} />
      </div>
    </header>
  );
}

function AccountMenu({ person }: { person: Person }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const scheme = (value: MantineColorScheme, label: string) => (
    <Menu.Item key={value} role="menuitemradio" aria-checked={colorScheme === value} onClick={() => setColorScheme(value)} closeMenuOnClick={false} rightSection={colorScheme === value ? '✓' : null}>{label}</Menu.Item>
  );
  return (
    <Menu position="bottom-end" width={260} shadow="md">
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
        {scheme('light', 'Light')}
        {scheme('dark', 'Dark')}
        {scheme('auto', 'As the system')}
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

async function signOut() {
  const { error } = await client.mutation(SignOutDocument, {}).toPromise();
  if (error === undefined) location.assign('/sign-in');
}

function initials(name: string): string {
  const parts = name.trim().split(/\s+/);
  return [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => part?.[0] ?? '').join('').toUpperCase();
}
