import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { ErasingService } from './erasing.service.js';
import { HeldData } from './privacy.types.js';
import { holdings } from './registry.js';

@Resolver()
export class PrivacyResolver {
  constructor(private readonly erasing: ErasingService) {}

  @Query(() => [HeldData], { description: 'Everything that is kept of people, and why: the same for everybody, from the list that downloads and erasures go by.' })
  @Allow('anyone')
  heldData(): HeldData[] {
    return holdings.map(({ what, why, erasure }) => ({ what, why, atErasure: erasure === 'keep' ? 'kept' : 'deleted' }));
  }

  @Mutation(() => Boolean, { description: 'Erases a person: name, address, sign-in, mails, files and licence are gone for good; learning records stay under a number. There is no way back.' })
  @Allow('ADMINISTRATOR', 'scope:accounts')
  async erasePerson(
    @CurrentActor() actor: Actor,
    @Args('account', { type: () => ID, description: 'The account of the person.' }) account: string,
    @Args('confirmation', { type: () => String, description: 'The person\'s e-mail address.' }) confirmation: string,
  ): Promise<boolean> {
    await this.erasing.erase(actor, account, confirmation);
    return true;
  }
}
