import { PackagingError } from '@preceptor/packaging';
import { Problem } from '../platform/problem.js';
import { packagingErrors } from './errors.js';

/** What a caller is told of a fault; null: it is one of ours. Of the packager's errors, those that speak of the course are passed on; a path of this machine is nobody's business. */
export function problemOf(fault: unknown): Problem | null {
  if (fault instanceof Problem) return fault;
  if (!(fault instanceof PackagingError)) return null;
  switch (fault.code) {
    case 'DISK_FULL': return packagingErrors.SERVER_FULL();
    case 'OUT_NOT_WRITABLE': case 'ABORTED': return null;
    case 'OPTION_IMPOSSIBLE': return packagingErrors.OPTION_IMPOSSIBLE({ says: fault.message, path: ['options'] });
    default: return packagingErrors.PACKAGE_NOT_MADE({ says: fault.message });
  }
}
