import { browserSupportsWebAuthn } from '@simplewebauthn/browser';

/** Whether passkeys can be made and used here: a browser binds them to a name, and never to the number of a machine (WebAuthn, 5.1.3). */
export const passkeysWork = (): boolean => browserSupportsWebAuthn() && !/^(\d+\.){3}\d+$|^\[/.test(location.hostname);
