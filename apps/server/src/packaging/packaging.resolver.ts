import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { standardNames, standards } from '@preceptor/packaging';
import { CatalogService } from '../catalog/catalog.service.js';
import { CourseVersion } from '../catalog/catalog.types.js';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { PackageOption } from './packaging.types.js';
import { whatToTell } from './what-to-tell.js';

/** What packaging adds to a course version. */
@Resolver(() => CourseVersion)
export class PackagingResolver {
  constructor(private readonly catalog: CatalogService) {}

  @ResolveField(() => [PackageOption], { description: 'The standards that this version can be packaged for.' })
  @Allow('INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR')
  async packageOptions(@CurrentActor() actor: Actor, @Parent() version: CourseVersion): Promise<PackageOption[]> {
    const { outline } = await this.catalog.loaded(actor, version.id);
    return standardNames.map((standard) => ({ standard, label: standards[standard].title, url: `/packages/${version.id}/${standard}.zip`, tell: whatToTell(standard, outline) }));
  }
}
