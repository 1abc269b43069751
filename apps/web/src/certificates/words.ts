import type { CertificateStanding, CertificateStatus } from '../generated/graphql.js';

interface Look { word: string; sign: string; tone: 'good' | 'warn' | 'bad' | 'quiet' }

/** How a learner stands with her certificate, as a coordinator says it. */
export const standings: Record<CertificateStanding, Look> = {
  WAITING: { word: 'Waits for approval', sign: '▲', tone: 'warn' },
  READY: { word: 'Issued within minutes', sign: '○', tone: 'quiet' },
  EXPIRED: { word: 'Expired', sign: '▲', tone: 'warn' },
  REVOKED: { word: 'Revoked', sign: '✕', tone: 'bad' },
  ISSUED: { word: 'Issued', sign: '✓', tone: 'good' },
  NOT_EARNED: { word: 'Not earned yet', sign: '○', tone: 'quiet' },
  OFF: { word: 'None are issued', sign: '○', tone: 'quiet' },
};

export const statuses: Record<CertificateStatus, Look> = {
  VALID: { word: 'Valid', sign: '✓', tone: 'good' },
  EXPIRED: { word: 'Expired', sign: '▲', tone: 'warn' },
  REVOKED: { word: 'Revoked', sign: '✕', tone: 'bad' },
  REPLACED: { word: 'Replaced', sign: '○', tone: 'quiet' },
};
