import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor, CurrentRequest, type RequestContext } from '../../identity/allow.js';
import type { Config } from '../../platform/config.js';
import { publicUrl } from '../../platform/http/public-url.js';
import { CONFIG } from '../../platform/platform.module.js';
import type { IdentityProviderRow } from './providers.entity.js';
import { ProvidersService } from './providers.service.js';
import { IdentityProvider, IdentityProviderInput, OfferedProvider } from './providers.types.js';

@Resolver(() => IdentityProvider)
export class ProvidersResolver {
  constructor(private readonly providers: ProvidersService, @Inject(CONFIG) private readonly config: Config) {}

  @Query(() => [OfferedProvider], { description: 'Where people of an organisation can sign in besides, at most ten; without one, of the only organisation of the installation.' })
  @Allow('anyone')
  async offeredProviders(@Args('organisation', { type: () => ID, nullable: true, description: 'Which organisation\'s; its own sign-in page names it.' }) organisation?: string | null): Promise<OfferedProvider[]> {
    return (await this.providers.offered(organisation ?? null)).map(({ id, name }) => ({ id, name, beginPath: `/oidc/${id}/begin` }));
  }

  @Query(() => [IdentityProvider], { description: 'The organisation\'s identity providers, at most ten, by name.' })
  @Allow('ADMINISTRATOR')
  async identityProviders(@CurrentActor() actor: Actor, @CurrentRequest() { request }: RequestContext): Promise<IdentityProvider[]> {
    return (await this.providers.list(actor)).map((row) => this.#view(row, request));
  }

  @Mutation(() => IdentityProvider, { description: 'Sets an identity provider up, or changes it. It is asked first whether it is one.' })
  @Allow('ADMINISTRATOR', 'scope:accounts')
  async saveIdentityProvider(
    @CurrentActor() actor: Actor, @CurrentRequest() { request }: RequestContext,
    @Args('input', { type: () => IdentityProviderInput, description: 'The provider, as it is to be.' }) input: IdentityProviderInput,
    @Args('id', { type: () => ID, nullable: true, description: 'Which one; left out for a new one.' }) id?: string | null,
    @Args('revision', { type: () => Int, nullable: true, description: 'The revision that was read.' }) revision?: number | null,
  ): Promise<IdentityProvider> {
    return this.#view(await this.providers.save(actor, id ?? null, input, revision ?? 0), request);
  }

  @Mutation(() => Boolean, { description: 'Takes an identity provider away: nobody comes in by it any more. Accounts stay.' })
  @Allow('ADMINISTRATOR', 'scope:accounts')
  async removeIdentityProvider(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Which one.' }) id: string): Promise<boolean> {
    await this.providers.remove(actor, id);
    return true;
  }

  @ResolveField(() => Int, { description: 'How many people have come in by it.' })
  async people(@CurrentActor() actor: Actor, @Parent() { id }: IdentityProvider): Promise<number> {
    return await actor.loader('sign-in.provider-people', (ids) => this.providers.people(ids)).load(id) ?? 0;
  }

  #view(row: IdentityProviderRow, request: RequestContext['request']): IdentityProvider {
    const { id, name, issuer, clientId, clientSecret, domains, admitsNew, trustsAddresses, paused, revision, changedAt } = row;
    return { id, name, issuer, clientId, domains, admitsNew, trustsAddresses, paused, revision, changedAt, hasClientSecret: clientSecret !== null, redirectUri: `${publicUrl(this.config, request)}/oidc/callback` };
  }
}
