import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import type { CombinedError } from 'urql';
import { Page } from '../frame/Page.js';
import { EditedItemDocument, MediaOfItemDocument } from '../generated/graphql.js';
import { useSession } from '../session/Session.js';
import { Loaded } from '../states/Loaded.js';
import { mediumOf } from './about/PictureChooser.js';
import type { EditedItem } from './edited-item.js';
import type { Medium } from './form/ItemForm.js';
import { Workspace } from './Workspace.js';
import './editor.css';

interface Fetched { data?: { item: EditedItem | null; media: Medium[] }; error?: CombinedError | undefined }

/** One question: where an instructor writes it and a reviewer reads it. */
export function ItemPage() {
  const { item: id } = useParams({ from: '/bank/items/$item' });
  const { person } = useSession();
  const client = useClient();
  const [fetched, setFetched] = useState<Fetched>({});
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let here = true;
    setFetched({});
    // Fetched once and by hand: what is written here must not be replaced when something else refreshes the page's data.
    void Promise.all([client.query(EditedItemDocument, { id }, { requestPolicy: 'network-only' }).toPromise(), client.query(MediaOfItemDocument, { id }, { requestPolicy: 'network-only' }).toPromise()]).then(([{ data, error }, media]) => {
      if (here) setFetched({ ...(data === undefined ? {} : { data: { item: data.item, media: (media.data?.item?.media ?? []).map(mediumOf) } }), error });
    });
    return () => void (here = false);
  }, [client, id, turn]);
  const { data } = fetched;
  if (data?.item !== null && data?.item !== undefined && person !== null && person !== undefined) return <Workspace key={id} item={data.item} media={data.media} account={person.account.id} reload={() => setTurn(turn + 1)} />;
  return (
    <Page title="Question">
      <Loaded result={fetched} value={data?.item} retry={() => setTurn(turn + 1)} what="question" need="instructors and reviewers">{() => null}</Loaded>
    </Page>
  );
}
