import type { CourseFacts } from '../facts.js';

/** What a standard asks of a package beside the course itself. */
export interface Standard {
  /** for people */
  title: string;
  /** the player's word for it in the page */
  boot: 'scorm-1.2' | 'scorm-2004' | 'standalone';
  /** folder of schemas under `libs/packaging/schemas/` that go to the root of the package; null: none */
  schemas: string | null;
  /** text of `imsmanifest.xml`; null: the standard has no manifest */
  manifest: ((course: CourseFacts, listing: Listing) => string) | null;
}
/** `launch` is the page to open; `files` are all paths that the manifest lists, `launch` among them. */
export interface Listing { launch: string; files: string[] }
