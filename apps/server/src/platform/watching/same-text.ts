import { hash, timingSafeEqual } from 'node:crypto';

/** Whether a text is the secret, in a time that tells nothing of it. */
export const sameText = (given: string, secret: string): boolean => timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', secret, 'buffer'));
