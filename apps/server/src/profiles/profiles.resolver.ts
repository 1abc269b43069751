import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { Account } from '../identity/identity.types.js';
import { type Standing, standingOn } from './licence.js';
import { ProfilesService } from './profiles.service.js';
import { LicenceInput, LicenceStandingEnum, ProfessionalLicence } from './profiles.types.js';

/** What profiles add to an account. */
@Resolver(() => Account)
export class AccountLicenceResolver {
  constructor(private readonly profiles: ProfilesService) {}

  @ResolveField(() => ProfessionalLicence, { nullable: true, description: 'What the person is licensed as; null: not known, or not for the viewer to know.' })
  @Allow('with-parent')
  licence(@CurrentActor() actor: Actor, @Parent() account: Account): Promise<ProfessionalLicence | null> { return this.profiles.licence(actor, account.id); }

  @Mutation(() => ProfessionalLicence, { nullable: true, description: 'Says what somebody is licensed as: one\'s own, or as a coordinator or administrator anybody\'s of the organisation. Answers null once nothing is known.' })
  @Allow('signed-in', 'scope:accounts')
  setLicence(
    @CurrentActor() actor: Actor,
    @Args('account', { type: () => ID, description: 'Whose it is.' }) account: string,
    @Args('licence', { type: () => LicenceInput, description: 'All of it.' }) licence: LicenceInput,
  ): Promise<ProfessionalLicence | null> {
    return this.profiles.set(actor, account, licence);
  }
}

@Resolver(() => ProfessionalLicence)
export class LicenceResolver {
  @ResolveField(() => LicenceStandingEnum, { description: 'How it stands today, by UTC.' })
  @Allow('with-parent')
  standing(@Parent() { expiresOn }: ProfessionalLicence): Standing { return standingOn(expiresOn, new Date().toISOString().slice(0, 10)); }
}
