import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../actor.js';
import { CurrentActor } from '../allow.js';
import { Organisation } from '../identity.types.js';
import { readable, soft } from './contrast.js';
import { type OrganisationSettings, OrganisationsService } from './organisations.service.js';
import { Accent } from './organisations.types.js';

/** What everybody in an organisation sees of its settings. */
@Resolver(() => Organisation)
export class BrandingResolver {
  constructor(private readonly organisations: OrganisationsService) {}

  @ResolveField(() => String, { nullable: true, description: 'Where its logo is had, a path on this server; null: it has none.' })
  async logoUrl(@CurrentActor() actor: Actor, @Parent() organisation: Organisation): Promise<string | null> {
    return (await this.#of(actor, organisation)).logoUrl;
  }

  @ResolveField(() => Accent, { nullable: true, description: 'Its accent colour; null: Preceptor\'s own.' })
  async accent(@CurrentActor() actor: Actor, @Parent() organisation: Organisation): Promise<Accent | null> {
    const { accentLight, accentDark } = await this.#of(actor, organisation);
    const some = accentLight ?? accentDark;
    if (some === null) return null;
    const [light, dark] = [accentLight ?? readable(some, 'light'), accentDark ?? readable(some, 'dark')];
    return { light, lightSoft: soft(light, 'light'), dark, darkSoft: soft(dark, 'dark') };
  }

  @ResolveField(() => String, { description: 'Its time zone, an IANA name.' })
  async timeZone(@CurrentActor() actor: Actor, @Parent() organisation: Organisation): Promise<string> {
    return (await this.#of(actor, organisation)).timeZone;
  }

  @ResolveField(() => [String], { description: 'The languages in which it writes, as BCP 47 writes them; the first is used where nobody has chosen.' })
  async languages(@CurrentActor() actor: Actor, @Parent() organisation: Organisation): Promise<string[]> {
    return (await this.#of(actor, organisation)).languages;
  }

  #of(actor: Actor, { id }: Organisation): Promise<OrganisationSettings> {
    return id === actor.organisationId ? this.organisations.own(actor) : this.organisations.settings(id);
  }
}
