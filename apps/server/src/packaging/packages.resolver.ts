import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { PackageOptions } from '@preceptor/course/delivery';
import { isStandardName, standards } from '@preceptor/packaging';
import { CatalogService } from '../catalog/catalog.service.js';
import { Course, CourseVersion } from '../catalog/catalog.types.js';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { IdentityService } from '../identity/identity.service.js';
import { Account } from '../identity/identity.types.js';
import { found } from '../platform/found.js';
import { connection, PageArgs, pageOf } from '../platform/graphql/connection.js';
import { PackageHistoryService } from './history.service.js';
import { MakingService } from './making.service.js';
import { PackageStore } from './package-store.js';
import type { PackageRow } from './packaging.entity.js';
import { CoursePackage, PackageDownload, PackageDownloadConnection } from './packages.types.js';
import { PackageOptionsInput } from './packaging.types.js';

/** Packages as they are asked for, made and fetched. */
@Resolver(() => CoursePackage)
export class PackagesResolver {
  constructor(private readonly making: MakingService, private readonly catalog: CatalogService, private readonly identity: IdentityService, private readonly store: PackageStore) {}

  @Query(() => CoursePackage, { nullable: true, description: 'One package, as far as it is; null where there is none with this id. Ask again until it is READY or FAILED.' })
  @Allow('INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR')
  async coursePackage(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The package\'s id.' }) id: string): Promise<CoursePackage | null> {
    const row = await this.making.find(actor, id);
    return row === null ? null : packageView(row);
  }

  @Mutation(() => CoursePackage, { description: 'Asks for a package of a version. It is made while others wait for nothing: follow it with `coursePackage`. The same wish again, while it is not done, is the same package.' })
  @Allow('INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR', 'scope:read')
  async makePackage(
    @CurrentActor() actor: Actor,
    @Args('version', { type: () => ID, description: 'The course version.' }) version: string,
    @Args('standard', { type: () => String, description: 'The standard, such as scorm-1.2.' }) standard: string,
    @Args('options', { type: () => PackageOptionsInput, nullable: true, description: 'In place of the options that are saved with the course.' }) options?: PackageOptionsInput | null,
    @Args('lms', { type: () => String, nullable: true, description: 'The LMS that it is for, at most 80 characters, to be found again in the history.' }) lms?: string | null,
  ): Promise<CoursePackage> {
    return packageView(await this.making.ask(actor, { version, standard, options, lms }));
  }

  @ResolveField(() => CourseVersion, { description: 'The version that is in it.' })
  async courseVersion(@CurrentActor() actor: Actor, @Parent() { courseVersionId }: CoursePackage): Promise<CourseVersion> {
    return found(await this.catalog.version(actor, courseVersionId));
  }

  @ResolveField(() => Account, { nullable: true, description: 'Who asked for it; null: somebody who is here no more.' })
  account(@CurrentActor() actor: Actor, @Parent() { accountId }: CoursePackage): Promise<Account | null> {
    return this.identity.account(actor, accountId);
  }

  @ResolveField(() => Boolean, { description: 'Whether a newer version of its course is published.' })
  async outOfDate(@CurrentActor() actor: Actor, @Parent() { courseId, courseVersionId }: CoursePackage): Promise<boolean> {
    const latest = await this.catalog.latest(actor, courseId);
    return latest !== null && latest.id !== courseVersionId;
  }

  @ResolveField(() => String, { nullable: true, description: 'Where the zip is downloaded from, on this server; null: it is not ready, or no longer kept.' })
  async url(@Parent() { id, name, file, bytes }: CoursePackage): Promise<string | null> {
    return file !== null && bytes !== null && await this.store.find({ file, bytes }) !== null ? `/packages/${id}/${name}` : null;
  }
}

/** What packaging adds to a course. */
@Resolver(() => Course)
export class PackageHistoryResolver {
  constructor(private readonly history: PackageHistoryService) {}

  @ResolveField(() => PackageDownloadConnection, { description: 'Who downloaded which package of this course, newest first.' })
  @Allow('INSTRUCTOR', 'COORDINATOR', 'ADMINISTRATOR')
  async packageDownloads(@CurrentActor() actor: Actor, @Parent() course: Course, @Args() args: PageArgs): Promise<PackageDownloadConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.history.page(actor, course.id, page);
    return connection(rows, page, total, ({ id }) => [id], (row) => row);
  }
}

@Resolver(() => PackageDownload)
export class PackageDownloadResolver {
  constructor(private readonly making: MakingService, private readonly identity: IdentityService) {}

  @ResolveField(() => Account, { nullable: true, description: 'Who downloaded it; null: somebody who is here no more.' })
  account(@CurrentActor() actor: Actor, @Parent() { accountId }: PackageDownload): Promise<Account | null> {
    return this.identity.account(actor, accountId);
  }

  @ResolveField(() => CoursePackage, { description: 'What was downloaded.' })
  async package(@CurrentActor() actor: Actor, @Parent() { packageId }: PackageDownload): Promise<CoursePackage> {
    return packageView(found(await this.making.find(actor, packageId)));
  }
}

function packageView(row: PackageRow): CoursePackage {
  const { id, state, doneBytes, totalBytes, standard, lms, name, sha256, file, bytes, faultCode, fault, askedAt, madeAt, courseId, courseVersionId, accountId } = row;
  return {
    id, state, doneBytes, totalBytes, standard, lms, name, sha256, file, bytes, askedAt, madeAt, courseId, courseVersionId, accountId,
    label: isStandardName(standard) ? standards[standard].title : standard,
    // Written by whoever asked for it, after a check.
    options: JSON.parse(row.options) as PackageOptions,
    fault: faultCode === null ? null : { code: faultCode, message: fault ?? '' },
  };
}
