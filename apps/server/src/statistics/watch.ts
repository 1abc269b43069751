import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { thresholds } from '@preceptor/assessment/statistics';
import type { Logger } from 'pino';
import { CourseVersions } from '../catalog/course-versions.js';
import { Actor } from '../identity/actor.js';
import { SubmissionsService } from '../learning/submissions.service.js';
import type { Config } from '../platform/config.js';
import { CONFIG, LOG } from '../platform/platform.module.js';
import { StatisticsService } from './statistics.service.js';

/** How often it is looked what was submitted, in milliseconds; how far back at first; and how much of the past is looked at again, for clocks that differ. */
const every = 20_000;
const atFirst = 60 * 24 * 3600 * 1000;
const again = 60_000;

interface Due { organisationId: string; courseId: string; assessmentId: string }

/** Computes statistics after submissions, so that an item that turns out bad is told without anybody asking. One at a time. */
@Injectable()
export class StatisticsWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #due = new Map<string, Due>();
  #since = new Date(Date.now() - atFirst).toISOString();
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(private readonly submissions: SubmissionsService, private readonly versions: CourseVersions, private readonly statistics: StatisticsService, @Inject(CONFIG) private readonly config: Config, @Inject(LOG) private readonly log: Logger) {}

  /** In tests a round is asked for. */
  onApplicationBootstrap(): void {
    if (this.config.environment === 'test') return;
    this.#timer = setInterval(() => { this.#round = this.#round.then(() => this.round()).catch((fault: unknown) => this.log.error({ fault: String(fault) }, 'statistics were not caught up with')); }, every);
    this.#timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#round;
  }

  /** One look at what came since the last one. */
  async round(): Promise<void> {
    for (const { courseVersionId, assessmentId, lastAt } of await this.submissions.since(this.#since)) {
      const version = await this.versions.get(courseVersionId);
      const before = new Date(Date.parse(lastAt) - again).toISOString();
      if (before > this.#since) this.#since = before;
      if (version !== null) this.#due.set(`${version.courseId} ${assessmentId}`, { organisationId: version.organisationId, courseId: version.courseId, assessmentId });
    }
    for (const [key, { organisationId, courseId, assessmentId }] of this.#due) {
      if (this.#stopped) return;
      if (await this.statistics.catchUp(Actor.system(organisationId), courseId, assessmentId, thresholds.attempts)) this.#due.delete(key);
    }
  }
}
