import { browserSupportsWebAuthnAutofill, startAuthentication, WebAuthnAbortService } from '@simplewebauthn/browser';
import { useCallback, useEffect, useState } from 'react';
import { useMutation } from 'urql';
import { BeginPasskeySignInDocument, SignInByPasskeyDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { passkeysWork } from './passkeysWork.js';

type Options = Parameters<typeof startAuthentication>[0]['optionsJSON'];

/** Signing in by passkey: by a button, and, where the browser can, in what it offers for the field of the address. */
export function usePasskey(next: string): { works: boolean; busy: boolean; fault: string | null; signIn: () => void } {
  const [, begin] = useMutation(BeginPasskeySignInDocument);
  const [, finish] = useMutation(SignInByPasskeyDocument);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const works = passkeysWork();
  const go = useCallback(async (useBrowserAutofill: boolean): Promise<string | null> => {
    const begun = await begin({});
    if (begun.error !== undefined) return useBrowserAutofill ? null : Object.values(fieldFaults(begun.error)).join(' ');
    const response = await startAuthentication({ optionsJSON: begun.data?.beginPasskeySignIn as Options, useBrowserAutofill }).catch(() => null);
    if (response === null) return useBrowserAutofill ? null : 'No passkey was used: it was cancelled, took too long, or there is none for this site on this device.';
    const { error } = await finish({ response });
    if (error === undefined) { location.assign(next); return null; }
    return Object.values(fieldFaults(error)).join(' ');
  }, [begin, finish, next]);
  useEffect(() => {
    let here = true;
    void (async () => {
      if (!works || !(await browserSupportsWebAuthnAutofill()) || !here) return;
      const said = await go(true);
      if (here) setFault(said);
    })();
    return () => { here = false; WebAuthnAbortService.cancelCeremony(); };
  }, [works, go]);
  async function byButton(): Promise<void> {
    setBusy(true);
    setFault(null);
    setFault(await go(false));
    setBusy(false);
  }
  return { works, busy, fault, signIn: () => void byButton() };
}
