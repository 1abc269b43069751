import type { Verification } from '../verification.js';

/** The whole result as one page without a script: for a person, in print too. */
export function verificationHtml(verification: Verification): string {
  return `<!doctype html><title>${verification.verdict}</title>`;
}
