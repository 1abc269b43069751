import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Controller, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { secretOf } from '../identity/cookie.js';
import { requireRole } from '../identity/require-role.js';
import { SessionsService } from '../identity/sessions.service.js';
import { platformErrors } from '../platform/errors.js';
import { receiveFile } from '../platform/http/receive-file.js';
import { CatalogService } from './catalog.service.js';
import { catalogErrors } from './errors.js';
import { PublishingService } from './publishing.service.js';

/** Largest zip that may be sent, in bytes. */
const largestUpload = 256 * 1024 * 1024;
const uploadTooLarge = () => platformErrors.TOO_LARGE({ says: `A course source may be sent with at most ${largestUpload / 1024 / 1024} MB.` });
const noZip = () => catalogErrors.NOT_A_ZIP({ says: 'Send the zip as the body of the request, with Content-Type: application/zip.' });

/** `POST /courses`: the zip of a course source as the body, `Content-Type: application/zip`. Answers the version. */
@Controller()
export class UploadController {
  constructor(private readonly sessions: SessionsService, private readonly publishing: PublishingService, private readonly catalog: CatalogService) {}

  @Post('courses')
  async upload(@Req() request: FastifyRequest): Promise<object> {
    const actor = await this.sessions.actorOf(secretOf(request));
    requireRole(actor, 'courses', 'INSTRUCTOR', 'ADMINISTRATOR');
    const zip = join(tmpdir(), `preceptor-upload-${randomUUID()}.zip`);
    try {
      await receiveFile(request, zip, { most: largestUpload, tooLarge: uploadTooLarge, wrongType: noZip });
      const version = await this.catalog.version(actor, await this.publishing.publishZip(actor, zip));
      if (version === null) throw platformErrors.NOT_FOUND();
      return { id: version.id, courseId: version.courseId, number: version.number, hash: version.hash, label: version.label, title: version.title };
    } finally {
      await rm(zip, { force: true });
    }
  }
}
