import { Button } from '@mantine/core';
import { useQuery } from 'urql';
import { Page } from '../frame/Page.js';
import { HeldDataDocument } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { Loaded } from '../states/Loaded.js';
import { TableBones } from '../states/states.js';
import { ErasePerson } from './ErasePerson.js';
import { fateInWords } from './fates.js';
import { Retention } from './Retention.js';
import { byReason } from './byReason.js';

/** What is kept of people and why; one's own to take away; for administrators the way to erase somebody. */
export function PrivacyPage() {
  const administers = useHasRole('ADMINISTRATOR');
  const [result, again] = useQuery({ query: HeldDataDocument });
  return (
    <Page title="Your data" lead="What is kept of you here, and why. Ask your organisation's administrator to correct or erase it.">
      <div className="stack wide">
        <section aria-labelledby="take" className="stack">
          <h2 id="take">Take it with you</h2>
          <p>One zip with everything that is kept of you: a page to read, and JSON for programs.</p>
          <div className="row"><Button component="a" href="/own-data.zip" download>Download my data</Button></div>
        </section>
        <section aria-labelledby="kept" className="stack">
          <h2 id="kept">What is kept</h2>
          <Loaded result={result} value={result.data?.heldData} retry={() => again({ requestPolicy: 'network-only' })} what="list" skeleton={<TableBones rows={10} />}>
            {(held) => (
              <table className="grid folds">
                <caption className="unseen">What is kept of people, why, and what becomes of it when a person is erased</caption>
                <thead><tr><th scope="col">What</th><th scope="col">Why</th><th scope="col">When you are erased</th></tr></thead>
                <tbody>
                  {byReason(held).map(({ whats, why, atErasure }) => (
                    <tr key={`${why}/${atErasure}`}><th scope="row"><ul>{whats.map((what) => <li key={what}>{what}</li>)}</ul></th><td data-label="Why" className="wide">{why}</td><td data-label="When you are erased" >{fateInWords(atErasure)}</td></tr>
                  ))}
                </tbody>
              </table>
            )}
          </Loaded>
        </section>
        {administers && <Retention />}
        {administers && <ErasePerson />}
      </div>
    </Page>
  );
}
