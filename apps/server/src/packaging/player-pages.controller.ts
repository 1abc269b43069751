import { dirname, join } from 'node:path';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { directionOf } from '@preceptor/course';
import { companionsOf } from '@preceptor/course/delivery';
import { playerPage, wordsFor } from '@preceptor/packaging';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MediaStore } from '../catalog/media-store.js';
import type { Actor } from '../identity/actor.js';
import { secretOf } from '../identity/cookie.js';
import { requireRole } from '../identity/require-role.js';
import { SessionsService } from '../identity/sessions.service.js';
import { EnrolmentsService } from '../learning/enrolments.service.js';
import type { LoadedVersion } from '../catalog/course-versions.js';
import { platformErrors } from '../platform/errors.js';
import { sendFromDisk } from '../platform/http/send-from-disk.js';
import { isId } from '../platform/ids.js';
import { PackagesService } from './packages.service.js';
import { sendPackageFile, sendScript } from './send-file.js';

/** The player that asks this server; packages carry another. `kinds.js` comes with either, for courses that need it. */
const script = 'hosted.js';
const scripts = [script, 'kinds.js'];
const questionScript = 'preview.js';

/** The pages on which the player runs: a learner's own course, and an instructor's preview of any version. */
@Controller()
export class PlayerPagesController {
  constructor(private readonly sessions: SessionsService, private readonly enrolments: EnrolmentsService, private readonly packages: PackagesService, private readonly media: MediaStore) {}

  /** Media are named relative to the page, so the address must end in a slash. */
  @Get('learn/:enrolment')
  async learnWithSlash(@Res() reply: FastifyReply, @Param('enrolment') enrolment: string): Promise<void> {
    await reply.redirect(`/learn/${encodeURIComponent(enrolment)}/`, 308);
  }

  @Get('learn/:enrolment/*')
  async learn(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('enrolment') enrolment: string): Promise<void> {
    const path = wildcard(request);
    if (path === '') return this.#page(request, reply, enrolment);
    if (scripts.includes(path)) return void await sendScript(request, reply, join(dirname(this.packages.playerScript()), path));
    const { course } = await this.#own(await this.#actor(request), enrolment);
    const medium = course.media.find((candidate) => candidate.path === path);
    if (medium === undefined) throw platformErrors.NOT_FOUND();
    await sendFromDisk(request, reply, this.media.fileOf(medium), medium.type);
  }

  /** One question alone, for the editor's frame: the page around it says which. Nothing of anybody's is on it. */
  @Get('preview/item/*')
  async question(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    requireRole(await this.#actor(request), 'read', 'INSTRUCTOR', 'REVIEWER', 'ADMINISTRATOR');
    const path = wildcard(request);
    if (path === questionScript) return void await sendScript(request, reply, join(dirname(this.packages.playerScript()), path));
    if (path !== '') throw platformErrors.NOT_FOUND();
    const asked = (request.query as Record<string, unknown>)['language'];
    const language = typeof asked === 'string' && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(asked) ? asked : 'en';
    const words = wordsFor(await this.packages.player(), language, ['kinds']);
    const boot = { standard: 'hosted' as const, enrolment: '', endpoint: '/graphql', home: '/', ...(words === undefined ? {} : { words }) };
    await reply.type('text/html; charset=utf-8').header('cache-control', 'private, no-cache')
      .send(playerPage(boot, { title: 'Question', language, direction: directionOf(language), scripts: [questionScript] }));
  }

  @Get('preview/:version')
  async previewWithSlash(@Res() reply: FastifyReply, @Param('version') version: string): Promise<void> {
    await reply.redirect(`/preview/${encodeURIComponent(version)}/`, 308);
  }

  @Get('preview/:version/*')
  async preview(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('version') version: string): Promise<void> {
    const actor = await this.#actor(request);
    if (!actor.signedIn && wildcard(request) === '') return void await reply.redirect(signInFor(request));
    // A preview holds all keys: the player in it scores by itself.
    requireRole(actor, 'read', 'INSTRUCTOR', 'ADMINISTRATOR');
    const file = await this.packages.previewFile(actor, version, wildcard(request));
    if (file === null) throw platformErrors.NOT_FOUND();
    await sendPackageFile(request, reply, file);
  }

  async #page(request: FastifyRequest, reply: FastifyReply, enrolment: string): Promise<void> {
    const actor = await this.#actor(request);
    if (!actor.signedIn) return void await reply.redirect(signInFor(request));
    const { course } = await this.#own(actor, enrolment);
    const companions = companionsOf(course, 'hosted');
    const words = wordsFor(await this.packages.player(), course.language, companions);
    const boot = { standard: 'hosted' as const, enrolment, endpoint: '/graphql', home: '/', ...(words === undefined ? {} : { words }) };
    // A learner may be asked to record an answer; no other page of ours needs a microphone.
    await reply.type('text/html; charset=utf-8').header('cache-control', 'private, no-store').header('permissions-policy', 'camera=(), microphone=(self), geolocation=()')
     
      .send(playerPage(boot, { title: course.title, language: course.language, direction: course.direction, scripts: [...companions.map((name) => `${name}.js`), script] }));
  }

  #actor(request: FastifyRequest): Promise<Actor> { return this.sessions.actorOf(secretOf(request)); }

  async #own(actor: Actor, enrolment: string): Promise<LoadedVersion> {
    if (!isId(enrolment)) throw platformErrors.NOT_FOUND();
    return this.enrolments.version(await this.enrolments.own(actor, enrolment));
  }
}

const signInFor = (request: FastifyRequest) => `/sign-in?next=${encodeURIComponent(request.url)}`;

function wildcard(request: FastifyRequest): string {
  const params = request.params as Record<string, string | undefined>;
  return params['*'] ?? '';
}
