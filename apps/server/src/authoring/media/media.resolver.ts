import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { found } from '../../platform/found.js';
import { connection, pageOf } from '../../platform/graphql/connection.js';
import type { MediumRow } from '../authoring.entity.js';
import { AuthoredItem } from '../items/authored-item.types.js';
import { ItemsService } from '../items/items.service.js';
import { MediaService } from './media.service.js';
import { AuthoringMediaArgs, AuthoringMedium, AuthoringMediumConnection } from './media.types.js';

@Resolver(() => AuthoredItem)
export class MediaResolver {
  constructor(private readonly ofOrganisation: MediaService, private readonly items: ItemsService) {}

  @Query(() => AuthoringMediumConnection, { description: 'Pictures and sounds that items of the organisation may name, by name.' })
  @Allow('INSTRUCTOR', 'REVIEWER', 'ADMINISTRATOR')
  async authoringMedia(@CurrentActor() actor: Actor, @Args() args: AuthoringMediaArgs): Promise<AuthoringMediumConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.ofOrganisation.page(actor, args.name ?? '', page);
    return connection(rows, page, total, ({ path }) => [path], mediumView);
  }

  @ResolveField(() => [AuthoringMedium], { description: 'The pictures and sounds that the newest revision names, as far as they are there; 100 at most.' })
  async media(@CurrentActor() actor: Actor, @Parent() { id, revision }: AuthoredItem): Promise<AuthoringMedium[]> {
    return (await this.ofOrganisation.named(actor, found(await this.items.revision(actor, id, revision)).document)).map(mediumView);
  }
}

export function mediumView({ id, path, mediaType, bytes, width, height, createdAt }: MediumRow): AuthoringMedium {
  return { id, path, url: `/authoring/${path.split('/').map(encodeURIComponent).join('/')}`, mediaType, bytes, width, height, createdAt };
}
