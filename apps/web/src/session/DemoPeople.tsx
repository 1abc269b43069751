import type { DemoPeopleQuery, Role } from '../generated/graphql.js';
import { desks, roleNames } from './roles.js';

type Person = DemoPeopleQuery['demoPeople'][number];

/** The people of the demo, each one click away, under the first of their roles. */
export function DemoPeople({ people, busy, enterAs }: { people: readonly Person[]; busy: boolean; enterAs: (accountId: string) => void }) {
  const order: Role[] = ['LEARNER', 'INSTRUCTOR', 'REVIEWER', 'GRADER', 'COORDINATOR', 'ADMINISTRATOR'];
  const main = (person: Person) => desks.find((desk) => person.roles.includes(desk.role))?.role ?? 'LEARNER';
  return (
    <section aria-labelledby="demo" className="demo">
      <h2 id="demo">Or look around as</h2>
      <p className="quiet small">A demo runs on this computer; these people are invented.</p>
      {order.map((role) => {
        const group = people.filter((person) => main(person) === role);
        return group.length === 0 ? null : (
          <div key={role}>
            <h3>{roleNames[role]}{group.length > 1 ? 's' : ''}</h3>
            <ul>
              {group.map((person) => (
                <li key={person.accountId}>
                  <button type="button" disabled={busy} onClick={() => enterAs(person.accountId)}>
                    <span><span className="unseen">Sign in as </span>{person.name}</span> <span className="quiet small">{person.about}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
