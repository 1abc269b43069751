import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { IdentityModule } from '../identity/identity.module.js';
import { CatalogResolver } from './catalog.resolver.js';
import { CatalogService } from './catalog.service.js';
import { CourseVersionResolver } from './course-version.resolver.js';
import { CourseVersions } from './course-versions.js';
import { MediaStore } from './media-store.js';
import { PublishedVersions } from './published-versions.js';
import { PublishingService } from './publishing.service.js';
import { UploadController } from './upload.controller.js';

@Module({
  imports: [IdentityModule],
  controllers: [UploadController],
  providers: [CatalogService, PublishingService, MediaStore, { provide: CourseVersions, useClass: PublishedVersions }, CatalogResolver, CourseVersionResolver],
  exports: [CatalogService, PublishingService, MediaStore, CourseVersions],
})
export class CatalogModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  /** A zip is read as a stream, so that it never stands in memory; whoever takes it bounds it. */
  onModuleInit(): void {
    const fastify: FastifyInstance = this.host.httpAdapter.getInstance();
    fastify.addContentTypeParser('application/zip', (_request, payload, done) => done(null, payload));
  }
}
