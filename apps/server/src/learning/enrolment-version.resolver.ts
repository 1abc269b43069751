import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CatalogService } from '../catalog/catalog.service.js';
import { CourseVersion } from '../catalog/catalog.types.js';
import { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/allow.js';
import { platformErrors } from '../platform/errors.js';
import { Enrolment } from './learning.types.js';

@Resolver(() => Enrolment)
export class EnrolmentVersionResolver {
  constructor(private readonly catalog: CatalogService) {}

  @ResolveField(() => CourseVersion, { description: 'The course version that is taken.' })
  async courseVersion(@CurrentActor() actor: Actor, @Parent() enrolment: Enrolment): Promise<CourseVersion> {
    const version = await this.catalog.version(actor, enrolment.courseVersionId);
    if (version === null) throw platformErrors.NOT_FOUND();
    return version;
  }
}
