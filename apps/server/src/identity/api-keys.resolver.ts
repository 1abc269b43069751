import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { platformErrors } from '../platform/errors.js';
import { connection, PageArgs, pageOf } from '../platform/graphql/connection.js';
import { Actor } from './actor.js';
import { Allow, CurrentActor } from './allow.js';
import { ApiKeysService } from './api-keys.service.js';
import { ApiKey, ApiKeyConnection, CreatedApiKey } from './api-keys.types.js';
import type { ApiKeyRow } from './identity.entity.js';
import { IdentityService } from './identity.service.js';
import { Account } from './identity.types.js';

@Resolver(() => ApiKey)
export class ApiKeysResolver {
  constructor(private readonly keys: ApiKeysService, private readonly identity: IdentityService) {}

  @Query(() => ApiKeyConnection, { description: 'The organisation\'s API keys that can be used, newest first.' })
  @Allow('ADMINISTRATOR')
  async apiKeys(@CurrentActor() actor: Actor, @Args() args: PageArgs): Promise<ApiKeyConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.keys.page(actor, page);
    return connection(rows, page, total, ({ id }) => [id], keyView);
  }

  @Mutation(() => CreatedApiKey, { description: 'Makes an API key that acts for whoever makes it, within its scopes: read, accounts, courses, cohorts, learning.' })
  @Allow('ADMINISTRATOR', 'scope:accounts')
  createApiKey(
    @CurrentActor() actor: Actor,
    @Args('name', { type: () => String, description: 'What the key is for.' }) name: string,
    @Args('scopes', { type: () => [String], description: 'What it may do.' }) scopes: string[],
  ): Promise<CreatedApiKey> {
    return this.keys.make(actor, name, scopes);
  }

  @Mutation(() => ApiKey, { description: 'Revokes an API key: whatever uses it is refused from now on. This can\'t be undone.' })
  @Allow('ADMINISTRATOR', 'scope:accounts')
  async revokeApiKey(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The key\'s id.' }) id: string): Promise<ApiKey> {
    return keyView(await this.keys.revoke(actor, id));
  }

  @ResolveField(() => Account, { description: 'For whom the key acts: whoever made it.' })
  async account(@CurrentActor() actor: Actor, @Parent() { accountId }: ApiKey): Promise<Account> {
    const account = await this.identity.account(actor, accountId);
    if (account === null) throw platformErrors.NOT_FOUND();
    return account;
  }
}

/** All of a key but its secret's hash. */
function keyView({ id, name, scopes, createdAt, revokedAt, accountId }: ApiKeyRow): ApiKey {
  return { id, name, scopes, createdAt, revokedAt, accountId };
}
