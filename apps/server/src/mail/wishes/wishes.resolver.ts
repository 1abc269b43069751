import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { IdentityService } from '../../identity/identity.service.js';
import { Viewer } from '../../identity/identity.types.js';
import { platformErrors } from '../../platform/errors.js';
import { mailCategories } from '../kinds/kind.js';
import { LanguagesService } from '../languages.service.js';
import { UnsubscribesService } from '../unsubscribes.service.js';
import { MailWishes } from './wishes.types.js';

const optional = mailCategories.filter((category) => category !== 'transactional');

/** What somebody wants mailed to herself. */
@Resolver(() => Viewer)
export class WishesResolver {
  constructor(private readonly languages: LanguagesService, private readonly unsubscribes: UnsubscribesService, private readonly identity: IdentityService) {}

  @ResolveField(() => MailWishes, { description: 'Which mails the viewer wants, and in which language.' })
  async mailWishes(@CurrentActor() actor: Actor): Promise<MailWishes> {
    const [chosen, languages, none] = await Promise.all([this.languages.wanted([actor.accountId]), this.languages.offered(actor), this.#email(actor).then((email) => this.unsubscribes.of(actor, email))]);
    return {
      language: chosen.get(actor.accountId) ?? null, languages,
      categories: optional.map((category) => {
        const since = none.find((each) => each.category === category)?.at ?? null;
        return { category, wanted: since === null, since };
      }),
    };
  }

  @Mutation(() => MailWishes, { description: 'Chooses the language of one\'s own mails.' })
  @Allow('signed-in', 'scope:own-account')
  async setMailLanguage(@CurrentActor() actor: Actor, @Args('language', { type: () => String, nullable: true, description: 'Two letters, one of those that are offered; left out: as each organisation writes.' }) language: string | null): Promise<MailWishes> {
    await this.languages.choose(actor, language ?? null);
    return this.mailWishes(actor);
  }

  @Mutation(() => MailWishes, { description: 'Has mails of a category sent to oneself, or not.' })
  @Allow('signed-in', 'scope:own-account')
  async setMailWanted(
    @CurrentActor() actor: Actor,
    @Args('category', { type: () => String, description: 'The category: reminders or certificates.' }) category: string,
    @Args('wanted', { type: () => Boolean, description: 'Whether they are to be sent.' }) wanted: boolean,
  ): Promise<MailWishes> {
    const known = optional.find((each) => each === category);
    if (known === undefined) throw platformErrors.BAD_INPUT({ says: `One can unsubscribe from ${optional.join(' and ')}.`, path: ['category'] });
    await this.unsubscribes.set({ organisationId: actor.organisationId, address: await this.#email(actor), category: known }, !wanted, actor);
    // What was read before the change is not what holds now.
    return this.mailWishes(Actor.account(actor.accountId, actor.organisationId, [...actor.roles]));
  }

  async #email(actor: Actor): Promise<string> { return (await this.identity.account(actor, actor.accountId))?.email.toLowerCase() ?? ''; }
}
