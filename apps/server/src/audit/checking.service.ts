import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { AuditEntryRow, AuditHeadRow } from './audit.entity.js';
import { hashOf, hashOfDetails } from './chain.js';

/** The first row at which the chain does not hold, and why. */
export interface Broken { sequence: number; says: string }
export interface Checked {
  broken: Broken | null;
  /** The last row up to which the chain holds; 0: there is none. */
  holdsTo: number;
  /** Of that row: to be noted elsewhere, since whoever can rewrite the whole database can rewrite the whole chain. */
  hash: string;
  /** How many rows were looked at, and of how many the details were taken out. */
  rows: number;
  withheld: number;
  /** Rows up to this one are past their retention and gone; 0: none. */
  removedTo: number;
}
/** What may take details out of earlier rows. */
export const withholding = ['person.erased', 'records.removed'];
const atOnce = 1000;

/** Whether a trail is as it was written. */
@Injectable()
export class CheckingService {
  constructor(private readonly database: Database) {}

  /** Goes through the organisation's chain from its beginning, a thousand rows at a time; what is added meanwhile is not looked at. */
  async check(actor: Actor): Promise<Checked> {
    const { organisationId } = actor;
    const head = await this.database.read.findOneBy(AuditHeadRow, { organisationId }) ?? { sequence: 0, hash: '', removedTo: 0, removedHash: '' };
    const checked: Checked = { broken: null, holdsTo: head.removedTo, hash: head.removedHash, rows: 0, withheld: 0, removedTo: head.removedTo };
    for (;;) {
      const rows = await this.database.read.find(AuditEntryRow, { where: { organisationId, sequence: MoreThan(checked.holdsTo) }, order: { sequence: 'ASC' }, take: atOnce });
      const reasons = await this.#reasons(organisationId, rows);
      for (const row of rows) {
        checked.broken = fault(row, checked, reasons);
        // What was added since the head was read is right, and for the next check.
        if (checked.broken !== null || row.sequence > head.sequence) break;
        checked.holdsTo = row.sequence;
        checked.hash = row.hash;
        checked.rows += 1;
        if (row.salt === null) checked.withheld += 1;
      }
      if (checked.broken !== null || rows.length < atOnce || checked.holdsTo >= head.sequence) break;
    }
    if (checked.broken === null && checked.holdsTo < head.sequence) checked.broken = { sequence: checked.holdsTo + 1, says: `Row ${checked.holdsTo + 1} is missing: the trail should go on to row ${head.sequence}.` };
    if (checked.broken === null && checked.hash !== head.hash) checked.broken = { sequence: head.sequence, says: `Row ${head.sequence} is not the one that was written last.` };
    return checked;
  }

  /** The rows, of those that others name as the reason why their details are gone, that may be one. */
  async #reasons(organisationId: string, rows: AuditEntryRow[]): Promise<Set<number>> {
    const named = [...new Set(rows.flatMap(({ withheld }) => (withheld === null ? [] : [withheld])))];
    if (named.length === 0) return new Set();
    const found = await this.database.read.find(AuditEntryRow, { where: { organisationId, sequence: In(named), action: In(withholding) }, select: { sequence: true } });
    return new Set(found.map(({ sequence }) => sequence));
  }
}

function fault(row: AuditEntryRow, { holdsTo, hash }: Checked, reasons: ReadonlySet<number>): Broken | null {
  const expected = holdsTo + 1;
  const broken = (says: string): Broken => ({ sequence: expected, says });
  if (row.sequence !== expected) return broken(`Row ${expected} is missing.`);
  if (hashOf(row, hash) !== row.hash) return broken(`Row ${expected} is not as it was written, or the row before it is another.`);
  if (row.salt !== null) return hashOfDetails({ ...row, salt: row.salt }) === row.detailsHash ? null : broken(`What row ${expected} says of the change is not what was written.`);
  if (row.label !== null || row.before !== null || row.after !== null || row.withheld === null || !reasons.has(row.withheld)) return broken(`Details were taken out of row ${expected}, and no later row says why.`);
  return null;
}
