import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { RetentionInput } from '../identity/organisations/organisations.types.js';
import { settingsInput } from '../identity/organisations/settings-input.js';
import { parseInput } from '../platform/parse.js';
import { ErasingService } from './erasing/erasing.service.js';
import { ErasurePreview, HeldData, RetentionLine } from './privacy.types.js';
import { holdings } from './registry.js';
import { RetentionService } from './retention/retention.service.js';

@Resolver()
export class PrivacyResolver {
  constructor(private readonly erasing: ErasingService, private readonly retention: RetentionService) {}

  @Query(() => [HeldData], { description: 'Everything that is kept of people, and why: the same for everybody, from the list that downloads and erasures go by.' })
  @Allow('anyone')
  heldData(): HeldData[] {
    return holdings.map(({ what, why, erasure }) => ({ what, why, atErasure: erasure === 'keep' ? 'kept' : erasure === 'delete' ? 'deleted' : 'without-texts' }));
  }

  @Query(() => ErasurePreview, { description: 'What an erasure of a person would do, before it is done. Changes nothing.' })
  @Allow('ADMINISTRATOR')
  async erasurePreview(@CurrentActor() actor: Actor, @Args('account', { type: () => ID, description: 'The account of the person.' }) account: string): Promise<ErasurePreview> {
    const { certificates, ...preview } = await this.erasing.preview(actor, account);
    return { ...preview, certificatesKept: certificates.kept, certificatesDeleted: certificates.deleted };
  }

  @Query(() => [RetentionLine], { description: 'What is past its time and goes with the next round of retention, every six hours. Changes nothing.' })
  @Allow('ADMINISTRATOR')
  retentionPreview(
    @CurrentActor() actor: Actor,
    @Args('retention', { type: () => RetentionInput, nullable: true, description: 'Periods to look at instead of those that hold.' }) retention?: RetentionInput | null,
  ): Promise<RetentionLine[]> {
    return this.retention.preview(actor, retention === null || retention === undefined ? null : parseInput(settingsInput.shape.retention, retention, 'retention'));
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
