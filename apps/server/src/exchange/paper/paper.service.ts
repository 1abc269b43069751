import { Inject, Injectable } from '@nestjs/common';
import { type Assessment, type Paper, paperOf, plainText } from '@preceptor/assessment';
import { lookAtMedium } from '@preceptor/course';
import type { CompiledCourse, Media } from '@preceptor/course/compiled';
import { CatalogService } from '../../catalog/catalog.service.js';
import { MediaStore } from '../../catalog/media-store.js';
import type { Actor } from '../../identity/actor.js';
import type { Config } from '../../platform/config.js';
import { platformErrors } from '../../platform/errors.js';
import { CONFIG } from '../../platform/platform.module.js';
import { exchangeErrors } from '../errors.js';
import type { PrintedPicture, PrintOptions } from './draw.js';
import { foreignTo, piecesOf } from './words.js';

export interface PaperWish { version: string; assessment: string; versions: number; seed: string; part: 'questions' | 'key' }

/** Prints an assessment of a course version: versions with their answer sheets, or their key. */
@Injectable()
export class PaperService {
  constructor(private readonly catalog: CatalogService, private readonly media: MediaStore, @Inject(CONFIG) private readonly config: Config) {}

  async print(actor: Actor, { version, assessment: id, versions, seed, part }: PaperWish): Promise<Buffer> {
    const { course } = await this.catalog.loaded(actor, version);
    const assessment = course.units.flatMap((unit) => (unit.assessment === null ? [] : [unit.assessment])).find((one) => one.id === id);
    if (assessment === undefined) throw platformErrors.NOT_FOUND({ path: ['assessment'] });
    const paper = paperOf(assessment, course.banks, new Map(course.banks.flatMap(({ items }) => items.map((item) => [item.id, item]))), seed, versions);
    if (paper === null) throw exchangeErrors.PAPER_IMPOSSIBLE({ says: 'The banks of this course do not hold what the assessment draws from them.' });
    const pictures = await this.#pictures(course.media, paper);
    const printable = withoutUnprintable(paper, pictures);
    if (printable.versions.every(({ sections }) => sections.every(({ questions }) => questions.length === 0))) throw exchangeErrors.PAPER_IMPOSSIBLE();
    const options: PrintOptions = { title: plainText(assessment.title), introHtml: assessment.introHtml, picture: (path) => pictures.get(path) ?? null, font: this.config.paperFonts[0] ?? null };
    refuseForeign(printable, assessment, course, options);
    // Fonts and PDF take a fifth of a second to load, which no start of the server need wait for.
    const { drawKey, drawQuestions } = await import('./draw.js');
    return part === 'questions' ? drawQuestions(printable.versions, options) : drawKey(printable.versions, printable.left, options);
  }

  /** Pictures that PDF takes as they are: PNG and JPEG. */
  async #pictures(media: readonly Media[], paper: Paper): Promise<Map<string, PrintedPicture>> {
    const named = new Set(questionsOf(paper).flatMap((question) => [...(question.picture === null ? [] : [question.picture.image]), ...htmlOf(question).flatMap((html) => piecesOf(html).flatMap((piece) => ('picture' in piece ? [piece.picture] : [])))]));
    const found = new Map<string, PrintedPicture>();
    for (const medium of media) {
      if (!named.has(medium.path) || !/^image\/(png|jpeg)$/.test(medium.type)) continue;
      const file = this.media.fileOf(medium);
      const looked = await lookAtMedium(file, medium.path);
      if (!('refused' in looked)) found.set(medium.path, { file, width: looked.width, height: looked.height });
    }
    return found;
  }
}

const questionsOf = ({ versions }: Paper): Paper['versions'][number]['sections'][number]['questions'] => versions.flatMap(({ sections }) => sections.flatMap(({ questions }) => questions));
type Question = ReturnType<typeof questionsOf>[number];
const htmlOf = ({ stemHtml, options, rows }: Question): string[] => [stemHtml, ...options.map(({ html }) => html), ...rows.flatMap((row) => [row.html, ...row.options.map(({ html }) => html)])];

/** Questions about a picture that can't be drawn are not printed; the others are numbered anew. */
function withoutUnprintable(paper: Paper, pictures: ReadonlyMap<string, PrintedPicture>): Paper {
  const left = new Map(paper.left.map(({ item, why }) => [item, why]));
  const versions = paper.versions.map((version) => {
    let number = 0;
    const sections = version.sections.map(({ title, questions }) => ({ title, questions: questions.flatMap((question) => {
      if (question.picture !== null && !pictures.has(question.picture.image)) {
        left.set(question.item, 'Its picture is neither PNG nor JPEG.');
        return [];
      }
      return [{ ...question, number: number += 1 }];
    }) }));
    return { ...version, sections, points: sections.flatMap(({ questions }) => questions).reduce((sum, { points }) => sum + points, 0) };
  });
  return { versions, left: [...left].map(([item, why]) => ({ item, why })) };
}

/** Paper with boxes in the place of letters would be worse than none. */
function refuseForeign(paper: Paper, assessment: Assessment, course: CompiledCourse, { font }: PrintOptions): void {
  if (course.direction === 'rtl') throw exchangeErrors.PAPER_IMPOSSIBLE({ says: 'Languages that are written from right to left can\'t be printed yet.' });
  if (font !== null) return;
  const words = [assessment.title, assessment.introHtml, ...questionsOf(paper).flatMap(htmlOf)].flatMap((html) => piecesOf(html).flatMap((piece) => ('text' in piece ? [piece.text] : []))).join(' ');
  const foreign = foreignTo(words);
  if (foreign.length > 0) throw exchangeErrors.PAPER_IMPOSSIBLE({ says: `Preceptor's own fonts can't print ${foreign.slice(0, 10).map((char) => `"${char}"`).join(', ')}. Whoever runs the server can name a font that does: PAPER_FONT, see docs/operators.md.` });
}
