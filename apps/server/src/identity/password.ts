import { hash, verify } from '@node-rs/argon2';

// OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
let decoy: Promise<string> | null = null;

/** argon2id in PHC format. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** Whether the password is the one; takes as long where there is no account, so that time does not tell. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash('no account has this password', cost);
  const fits = await verify(stored ?? await decoy, password);
  return fits && stored !== null;
}
