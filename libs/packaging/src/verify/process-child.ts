import type { VerifyOptions } from './verification.js';
import { verifyPackage } from './verify.js';

/** The other side of `verifyInProcess`: one message in, one out. */
process.once('message', ({ file, options }: { file: string; options: VerifyOptions }) => {
  verifyPackage(file, options).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ failed: error instanceof Error ? error.message : String(error) }),
  );
});
process.once('disconnect', () => process.exit());
