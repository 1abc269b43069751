import type { CompiledCourse, PackageOptions } from '@preceptor/course/compiled';
import type { CoursePart } from '../parts/parts.js';

/** What a standard asks of a package beside the course itself. */
export interface Standard {
  /** for people */
  title: string;
  /** the player's word for it in the page */
  boot: 'scorm-1.2' | 'scorm-2004' | 'cmi5' | 'standalone';
  /** folder of schemas under `libs/packaging/schemas/` that go to the root of the package; null: none */
  schemas: string | null;
  /** characters of suspend data that the edition guarantees, where it is not the standard's usual number */
  suspendLimit?: number;
  /** a package can have several parts; else it has one, whatever the structure asked for */
  severalParts: boolean;
  /** the file at the root that says what is in the package; null: the standard has none */
  manifest: { path: 'imsmanifest.xml' | 'cmi5.xml'; write: ManifestWriter } | null;
  /** what of a course and its options the standard can't say, or only in part */
  warnings: (course: CompiledCourse, parts: readonly CoursePart[], options: PackageOptions) => PackageWarning[];
}

/**
 * The text of a manifest. `course` has the options that change rules applied to it, as its `parts` have; `files` are all
 * paths that the manifest lists, the parts' pages among them.
 */
export type ManifestWriter = (course: CompiledCourse, parts: readonly CoursePart[], files: readonly string[], options: PackageOptions) => string;

/** Something that was asked for and that the standard can't express: said, not dropped. */
export interface PackageWarning { code: string; message: string }
