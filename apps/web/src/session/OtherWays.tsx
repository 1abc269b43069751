import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { OfferedProvidersDocument } from '../generated/graphql.js';
import { usePasskey } from './usePasskey.js';

const kept = 'preceptor.at';

/** Ways in besides: a passkey, and the own sign-in of the organisation whose page this is, or was when this browser came last. */
export function OtherWays({ next, organisation }: { next: string; organisation: string | null }) {
  const at = organisation ?? remembered();
  const [{ data }] = useQuery({ query: OfferedProvidersDocument, variables: { organisation: at } });
  useEffect(() => {
    if (organisation !== null) localStorage.setItem(kept, organisation);
  }, [organisation]);
  const passkey = usePasskey(next);
  const providers = data?.offeredProviders ?? [];
  if (providers.length === 0 && !passkey.works) return null;
  return (
    <div className="stack other-ways">
      <p className="quiet small">or</p>
      {passkey.works && <Button variant="default" size="md" loading={passkey.busy} onClick={passkey.signIn}>Sign in with a passkey</Button>}
      {passkey.fault !== null && <p role="alert" className="bad">{passkey.fault}</p>}
      {providers.map(({ id, name, beginPath }) => <Button key={id} component="a" href={`${beginPath}?next=${encodeURIComponent(next)}`} variant="default" size="md">{name}</Button>)}
    </div>
  );
}

function remembered(): string | null {
  try { return localStorage.getItem(kept); } catch { return null; }
}
