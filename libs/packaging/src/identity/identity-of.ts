import { plainText, type Item } from '@preceptor/assessment';
import { canonicalJson, sha256 } from '@preceptor/course';
import type { CompiledCourse } from '@preceptor/course/compiled';
import { assessmentContent, itemPlaces, lessonContent, outlineOf, revisionsOf, type PackageOptions, type Revisions } from '@preceptor/course/delivery';
import type { PackageIdentity } from './identity.js';

export interface IdentityInput {
  /** the whole course in the language that the package opens in, with the options applied to it */
  course: CompiledCourse;
  /** the course as it was compiled, whose revisions hold in every language */
  base: CompiledCourse;
  /** SHA-256 of the compiled course, hex */
  hash: string;
  standard: string;
  options: PackageOptions;
  languages: string[];
  /** SHA-256 of the player's script, hex */
  player: string;
  parts: PackageIdentity['parts'];
}

/** What a package says of itself. The same input gives the same value. */
export function identityOf({ course, base, hash, standard, options, languages, player, parts }: IdentityInput): PackageIdentity {
  const outline = outlineOf(course, hash, base);
  const assessments = course.units.flatMap(({ assessment }) => assessment ?? []);
  const contents = assessments.map(({ id }) => assessmentContent(course, id));
  const asked = new Set(contents.flatMap((content) => content?.items ?? []).map(({ id }) => id));
  const revisions = revisionsOf(base);
  return {
    format: 'preceptor-package/1',
    course: { id: course.id, title: course.title, version: course.version, hash },
    standard, options, languages, player, parts, outline,
    lessons: course.units.flatMap(({ lessons }) => lessons).map(({ id, title }) => ({ id, digest: digestOf({ ...lessonContent(course, id), title, checks: [] }) })),
    assessments: assessments.map((assessment, index) => ({ id: assessment.id, digest: digestOf([assessment, contents[index]?.banks]), items: contents[index]?.items.map(({ id }) => id) ?? [] })),
    items: [...itemPlaces(course).values()].filter(({ item, lessons }) => lessons.length > 0 || asked.has(item.id)).map(({ item, lessons }) => ({ ...itemIdentity(item, revisions), lessons })),
  };
}

function itemIdentity(item: Item, revisions: Revisions): Omit<PackageIdentity['items'][number], 'lessons'> {
  return { id: item.id, text: beginning(plainText(item.stemHtml)), digest: digestOf(item), revision: revisions.ofItem(item) };
}

/** Enough of the SHA-256 that two in one course never meet by chance. */
function digestOf(value: unknown): string {
  return sha256(canonicalJson(value)).slice(0, 20);
}

function beginning(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return [...plain].length <= 100 ? plain : `${[...plain].slice(0, 99).join('')}…`;
}
