import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { languagesOf, standardNames, standards } from '@preceptor/packaging';
import { CatalogService } from '../catalog/catalog.service.js';
import { Course, CourseVersion } from '../catalog/catalog.types.js';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { IdentityService } from '../identity/identity.service.js';
import { Account } from '../identity/identity.types.js';
import { found } from '../platform/found.js';
import { optionsOf, PackageOptionsService } from './package-options.service.js';
import { PackageChoices, PackageOptionsInput, PackagePreview } from './packaging.types.js';
import { PreviewService } from './preview.service.js';

/** What can be chosen for the packages of a version, and what would come of a choice. */
@Resolver(() => CourseVersion)
export class PackagingResolver {
  constructor(private readonly catalog: CatalogService, private readonly options: PackageOptionsService, private readonly previews: PreviewService) {}

  @ResolveField(() => PackageChoices, { description: 'The standards that this version can be packaged for, and the options that its packages have unless something else is asked for.' })
  @Allow('INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR')
  async packageOptions(@CurrentActor() actor: Actor, @Parent() { id }: CourseVersion): Promise<PackageChoices> {
    const version = await this.catalog.loaded(actor, id);
    const saved = await this.options.saved(actor, version.courseId);
    return {
      standards: standardNames.map((standard) => ({ standard, label: standards[standard].title, url: `/packages/${id}/${standard}.zip` })),
      options: optionsOf(version, saved), ofSource: optionsOf(version, null), languages: languagesOf(version.course),
      savedAt: saved?.savedAt ?? null, savedBy: saved?.savedBy ?? null,
    };
  }

  @ResolveField(() => PackagePreview, { description: 'What a package of this version would do, before it is made.' })
  @Allow('INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR')
  packagePreview(
    @CurrentActor() actor: Actor, @Parent() { id }: CourseVersion,
    @Args('standard', { type: () => String, description: 'The standard, such as scorm-1.2.' }) standard: string,
    @Args('options', { type: () => PackageOptionsInput, nullable: true, description: 'In place of the options that are saved with the course.' }) options?: PackageOptionsInput | null,
  ): Promise<PackagePreview> {
    return this.previews.of(actor, id, standard, options ?? {});
  }

  @Mutation(() => Course, { description: 'Saves the options of a course\'s packages in place of those saved before. What is left out is as in the course source.' })
  @Allow('INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR', 'scope:courses')
  async savePackageOptions(
    @CurrentActor() actor: Actor,
    @Args('course', { type: () => ID, description: 'The course.' }) course: string,
    @Args('options', { type: () => PackageOptionsInput, description: 'The options.' }) options: PackageOptionsInput,
  ): Promise<Course> {
    await this.options.save(actor, course, options);
    return found(await this.catalog.course(actor, course));
  }
}

@Resolver(() => PackageChoices)
export class PackageChoicesResolver {
  constructor(private readonly identity: IdentityService) {}

  @ResolveField(() => Account, { nullable: true, description: 'Who last saved options here; null: nobody has, or is here no more.' })
  async savedBy(@CurrentActor() actor: Actor, @Parent() { savedBy }: PackageChoices): Promise<Account | null> {
    return savedBy === null ? null : this.identity.account(actor, savedBy);
  }
}
