import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CheckingService } from '../audit/checking.service.js';
import { TrailService } from '../audit/trail.service.js';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { IdentityService } from '../identity/identity.service.js';
import { Account } from '../identity/identity.types.js';
import { connection, pageOf } from '../platform/graphql/connection.js';
import { AuditDeskService } from './audit-desk.service.js';
import { AuditCheck, AuditEntry, AuditEntryConnection, AuditTrailArgs } from './audit-desk.types.js';

type Entry = AuditEntry & { accountId: string };

@Resolver(() => AuditEntry)
export class AuditDeskResolver {
  constructor(private readonly desk: AuditDeskService, private readonly trail: TrailService, private readonly checking: CheckingService, private readonly identity: IdentityService) {}

  @Query(() => AuditEntryConnection, { description: 'The changes that matter, newest first.' })
  @Allow('ADMINISTRATOR')
  async auditTrail(@CurrentActor() actor: Actor, @Args() args: AuditTrailArgs): Promise<AuditEntryConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.trail.page(actor, await this.desk.search(actor, args), page);
    return connection(rows, page, total, ({ sequence }) => [sequence], (row): Entry => ({
      id: String(row.sequence), sequence: row.sequence, at: row.at, actorKind: row.actorKind, accountId: row.accountId, action: row.action, subjectType: row.subjectType, subjectId: row.subjectId,
      subjectLabel: row.label, before: parsed(row.before), after: parsed(row.after), withheldBy: row.withheld, hash: row.hash,
    }));
  }

  @Query(() => [String], { description: 'Every action that the trail holds, to choose from.' })
  @Allow('ADMINISTRATOR')
  auditActions(@CurrentActor() actor: Actor): Promise<string[]> {
    return this.trail.actions(actor);
  }

  @Query(() => AuditCheck, { description: 'Goes through the whole trail and says whether it is as it was written. With a hundred thousand entries it takes seconds.' })
  @Allow('ADMINISTRATOR')
  async auditCheck(@CurrentActor() actor: Actor): Promise<AuditCheck> {
    const { broken, rows, ...checked } = await this.checking.check(actor);
    return { ...checked, entries: rows, holds: broken === null, brokenAt: broken?.sequence ?? null, says: broken?.says ?? null };
  }

  @ResolveField(() => Account, { nullable: true, description: 'Who did it, or whose key; null: the server itself, or somebody who is here no more.' })
  @Allow('with-parent')
  async by(@CurrentActor() actor: Actor, @Parent() entry: Entry): Promise<Account | null> {
    return entry.accountId === '' ? null : this.identity.account(actor, entry.accountId);
  }
}

const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text));
