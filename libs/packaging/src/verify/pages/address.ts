import type { FindingList, Place } from '../findings/finding-list.js';

/** Reports an address that a page, style sheet or script loads from, when it is another server's. */
export function checkAddress(address: string, file: string, place: Place, findings: FindingList): void {
  const trimmed = address.trim();
  if (/^http:\/\//i.test(trimmed)) findings.add('mixed-content', file, place, `${short(trimmed)} is loaded over http.`);
  else if (/^(https:)?\/\/[^/]/i.test(trimmed)) findings.add('external-load', file, place, `${short(trimmed)} is loaded from another server.`);
}

function short(address: string): string {
  return address.length > 150 ? `${address.slice(0, 150)}…` : address;
}
