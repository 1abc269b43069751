import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Page } from '../frame/Page.js';
import { UnsubscribedDocument, type UnsubscribedQuery } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { Loaded } from '../states/Loaded.js';
import { Empty, NoPermission, TableBones } from '../states/states.js';
import { When } from '../time/When.js';
import { plural } from '../time/words.js';
import { categoryWords } from './categories.js';

/** Who wants no mails of which kind. Only they themselves can take it back. */
export function Unsubscribed() {
  const coordinates = useHasRole('COORDINATOR', 'ADMINISTRATOR');
  return (
    <Page title="Unsubscribed" within="Mails" trail={<nav aria-label="Where this is"><Link to="/mails">Mails</Link></nav>}>
      {coordinates ? <Inside /> : <NoPermission need="coordinators" />}
    </Page>
  );
}

function Inside() {
  const { after } = useSearch({ from: '/mails/unsubscribed' });
  const navigate = useNavigate({ from: '/mails/unsubscribed' });
  const [result, again] = useQuery({ query: UnsubscribedDocument, variables: { after: after ?? null } });
  return (
    <Loaded result={result} value={result.data?.unsubscribedAddresses} retry={() => again({ requestPolicy: 'network-only' })} what="list" need="coordinators" skeleton={<TableBones />}>
      {({ totalCount, nodes, pageInfo }) => (totalCount === 0
        ? <Empty title="Nobody has unsubscribed">Whoever does so by the link in a mail, or on her account's page, stands here.</Empty>
        : (
          <div className="stack">
            <p className="quiet">Only they can take it back: by the link in any mail that they have, or under My account.</p>
            <Addresses total={totalCount} nodes={nodes} />
            <div className="row">
              {after !== undefined && <button type="button" className="link" onClick={() => void navigate({ search: {} })}>Back to the first</button>}
              {pageInfo.hasNextPage && <button type="button" className="link" onClick={() => void navigate({ search: { after: pageInfo.endCursor ?? undefined } })}>Show more</button>}
            </div>
          </div>
        ))}
    </Loaded>
  );
}

function Addresses({ total, nodes }: { total: number; nodes: UnsubscribedQuery['unsubscribedAddresses']['nodes'] }) {
  return (
    <table className="grid folds">
      <caption className="unseen">{plural(total, 'address that wants no mails of a kind', 'addresses that want no mails of a kind')}</caption>
      <thead><tr><th scope="col">Who</th><th scope="col">Wants no</th><th scope="col">Since</th></tr></thead>
      <tbody>
        {nodes.map(({ address, category, at, name }) => (
          <tr key={`${address}/${category}`}>
            <th scope="row">{name ?? address}{name !== null && <span className="small quiet mail-kind">{address}</span>}</th>
            <td data-label="Wants no">{(categoryWords[category]?.title ?? category).toLowerCase()}</td>
            <td data-label="Since"><When at={at} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
