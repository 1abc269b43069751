import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../actor.js';
import { Allow, CurrentActor } from '../allow.js';
import { IdentityService } from '../identity.service.js';
import { Account } from '../identity.types.js';
import { type OrganisationSettings, OrganisationsService } from './organisations.service.js';
import { OrganisationSettingsInput, OrganisationSettingsView } from './organisations.types.js';

@Resolver(() => OrganisationSettingsView)
export class OrganisationsResolver {
  constructor(private readonly organisations: OrganisationsService, private readonly identity: IdentityService) {}

  @Query(() => OrganisationSettingsView, { description: 'What one\'s own organisation is set to.' })
  @Allow('ADMINISTRATOR')
  async organisationSettings(@CurrentActor() actor: Actor): Promise<OrganisationSettingsView> {
    return view(await this.organisations.own(actor));
  }

  @Mutation(() => OrganisationSettingsView, { description: 'Sets everything that one\'s own organisation can be set to. Nothing is saved where somebody else has saved since `revision` was read.' })
  @Allow('ADMINISTRATOR', 'scope:accounts')
  async saveOrganisationSettings(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => OrganisationSettingsInput, description: 'All settings, as they are to be.' }) input: OrganisationSettingsInput,
    @Args('revision', { type: () => Int, description: 'The revision that was read.' }) revision: number,
  ): Promise<OrganisationSettingsView> {
    return view(await this.organisations.save(actor, input, revision));
  }

  @Mutation(() => OrganisationSettingsView, { description: 'Takes the logo away. `POST /organisation/logo` sets one.' })
  @Allow('ADMINISTRATOR', 'scope:accounts')
  async removeOrganisationLogo(@CurrentActor() actor: Actor): Promise<OrganisationSettingsView> {
    return view(await this.organisations.setLogo(actor, null));
  }

  @ResolveField(() => Account, { nullable: true, description: 'Who saved them last; null: nobody has, or no longer belongs here.' })
  async changedBy(@CurrentActor() actor: Actor, @Parent() { changedById }: OrganisationSettingsView): Promise<Account | null> {
    return changedById === null ? null : this.identity.account(actor, changedById);
  }
}

function view({ organisationId, name, changedBy, ...settings }: OrganisationSettings): OrganisationSettingsView {
  return { ...settings, organisation: { id: organisationId, name }, changedById: changedBy };
}
