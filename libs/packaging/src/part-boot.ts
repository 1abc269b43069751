import type { CompiledCourse } from '@preceptor/course/compiled';
import { lessonContent, outlineOf, type Companion, type PackagedBoot, type PackageOptions } from '@preceptor/course/delivery';
import { languageMenu } from './options/languages.js';
import type { CoursePart } from './parts/parts.js';
import { isJudged, opensTheNext } from './parts/order.js';
import { wordsFor, type PlayerBuild } from './player-build.js';
import type { Standard } from './standards/index.js';

export interface BootInput {
  /** with the options applied */
  course: CompiledCourse;
  parts: readonly CoursePart[];
  base: CompiledCourse;
  hash: string;
  player: PlayerBuild;
  /** scripts that come with the player */
  companions: readonly Companion[];
  standard: Pick<Standard, 'boot' | 'suspendLimit'>;
  options: PackageOptions;
  /** nothing is recorded */
  browse: boolean;
}

/** What the page of one part tells the player. */
export function partBoot(part: CoursePart, { course, parts, base, hash, player, companions, standard, options, browse }: BootInput): PackagedBoot {
  const firstLesson = part.course.units.find((unit) => unit.lessons.length > 0)?.lessons[0];
  const words = wordsFor(player, part.course.language, companions);
  const { suspendLimit } = standard;
  const { status, interactions, exit } = options;
  const completionPasses = standard.boot === 'scorm-2004' && opensTheNext(part, parts, options) && !isJudged(part, options);
  const whole = part.kind === 'course';
  return {
    standard: standard.boot,
    outline: outlineOf(part.course, hash, base),
    first: firstLesson === undefined ? null : lessonContent(part.course, firstLesson.id),
    ...(browse ? { mode: 'browse' } : {}),
    ...(words === undefined ? {} : { words }),
    ...(course.translations === undefined || course.translations.length === 0 ? {} : { languages: languageMenu(course) }),
    // A site tells nobody.
    ...(standard.boot === 'standalone' ? {} : { reporting: { status, interactions, exit, ...(suspendLimit === undefined ? {} : { suspendLimit }), ...(completionPasses ? { completionPasses } : {}) } }),
    ...(options.window === 'window' ? { window: 'window' } : {}),
    ...(options.exitButton ? { exitButton: true } : {}),
    ...(options.validUntil === null ? {} : { validUntil: options.validUntil }),
    // The limit is the whole course's: one part does not know what was spent in the others.
    ...(whole && options.timeLimitMinutes !== null ? { timeLimitSeconds: options.timeLimitMinutes * 60 } : {}),
    ...(whole ? {} : { part: { id: part.id, number: parts.indexOf(part) + 1, of: parts.length, courseTitle: course.title } }),
  };
}
