import { Injectable } from '@nestjs/common';
import { courseFor, isStandardName, type PackageFile, packageWarnings } from '@preceptor/packaging';
import { CatalogService } from '../catalog/catalog.service.js';
import type { Actor } from '../identity/actor.js';
import { packagingErrors } from './errors.js';
import { type GivenOptions, PackageOptionsService } from './package-options.service.js';
import { PackagesService } from './packages.service.js';
import type { PackagePreview } from './packaging.types.js';
import { whatToTell } from './what-to-tell.js';
import { problemOf } from './faults.js';

/** What is left of a text when it is deflated, about. */
const deflated = 0.3;

/** What a package would do, told before it is made. */
@Injectable()
export class PreviewService {
  constructor(private readonly catalog: CatalogService, private readonly options: PackageOptionsService, private readonly packages: PackagesService) {}

  async of(actor: Actor, versionId: string, standard: string, given: GivenOptions): Promise<PackagePreview> {
    if (!isStandardName(standard)) throw packagingErrors.NO_SUCH_STANDARD({ path: ['standard'] });
    const version = await this.catalog.loaded(actor, versionId);
    const options = await this.options.of(actor, version, given);
    try {
      const files = await this.packages.files(version, standard, options);
      return { options, ...whatToTell(standard, version, options), warnings: packageWarnings(courseFor(version.course, options), standard, options), bytes: about(files) };
    } catch (fault) {
      throw problemOf(fault) ?? fault;
    }
  }
}

function about(files: readonly PackageFile[]): number {
  return Math.round(files.reduce((sum, { size, compress }) => sum + 200 + (compress ? size * deflated : size), 0));
}
