import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import type { Page } from '../platform/graphql/connection.js';
import { isId, newId, nowText } from '../platform/ids.js';
import { parseInput } from '../platform/parse.js';
import { type Actor, type Scope, scopes } from './actor.js';
import { ApiKeyRow } from './identity.entity.js';
import { newSecret, SessionsService } from './sessions.service.js';

const newKey = z.object({
  name: z.string().trim().min(1, 'Give the key a name.').max(120, 'A name has at most 120 characters.'),
  scopes: z.array(z.enum(scopes, `A scope is one of ${scopes.join(', ')}.`)).min(1, 'Give at least one scope.'),
});

/** Keys by which programs act for whoever made them. */
@Injectable()
export class ApiKeysService {
  constructor(private readonly database: Database, private readonly sessions: SessionsService, private readonly audit: AuditService) {}

  /** Makes a key; its secret is given this once and only its hash is kept. */
  async make(actor: Actor, name: string, granted: string[]): Promise<{ id: string; name: string; scopes: Scope[]; key: string }> {
    const input = parseInput(newKey, { name, scopes: granted });
    const id = newId();
    const { secret: key, hash: keyHash } = newSecret('pre_');
    await this.database.write(async (manager) => {
      await manager.insert(ApiKeyRow, { id, keyHash, organisationId: actor.organisationId, accountId: actor.accountId, ...input, createdAt: nowText(), revokedAt: null });
      await this.audit.record(manager, actor, { action: 'key.made', subject: { type: 'key', id, label: input.name }, after: input });
    });
    return { id, ...input, key };
  }

  /** A page of the organisation's keys that can be used, newest first; one row more where more follow. */
  async page(actor: Actor, { first, after }: Page): Promise<{ rows: ApiKeyRow[]; total: number }> {
    const all = { organisationId: actor.organisationId, revokedAt: IsNull() };
    const total = await this.database.read.countBy(ApiKeyRow, all);
    const where = after === null ? all : { ...all, id: LessThan(String(after[0])) };
    return { rows: await this.database.read.find(ApiKeyRow, { where, order: { id: 'DESC' }, take: first + 1 }), total };
  }

  /** From now on the key is nobody's; revoking again changes nothing. */
  async revoke(actor: Actor, id: string): Promise<ApiKeyRow> {
    const which = { id, organisationId: actor.organisationId };
    const row = await this.database.write(async (manager) => {
      const { affected } = isId(id) ? await manager.update(ApiKeyRow, { ...which, revokedAt: IsNull() }, { revokedAt: nowText() }) : { affected: 0 };
      const known = isId(id) ? await manager.findOneBy(ApiKeyRow, which) : null;
      if (affected === 1 && known !== null) await this.audit.record(manager, actor, { action: 'key.revoked', subject: { type: 'key', id, label: known.name }, before: { scopes: known.scopes } });
      return known;
    });
    if (row === null) throw platformErrors.NOT_FOUND({ path: ['id'] });
    await this.sessions.forget();
    return row;
  }
}
