import { passedOver, textFiles, type Layout } from '../compiler/layout.js';
import type { Reporter } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/suggest.js';
import { startOfFile } from '../files/source-text.js';
import type { CourseTree, FileEntry } from '../files/tree.js';
import { languageTag } from '../parts/language.js';

/** What stands under translations/ for one language. */
export interface Overlay {
  language: string;
  folder: string;
  /** by the path of the original */
  texts: Map<string, FileEntry>;
  /** by the name that texts use: `media/…` */
  media: Map<string, FileEntry>;
}

/** The translations of a course by language; reports folders that are named after none and files that translate nothing. */
export function overlaysOf(tree: CourseTree, layout: Layout, courseLanguage: string, reporter: Reporter): Overlay[] {
  const originals = new Set(textFiles(layout).map((entry) => entry.path));
  const names = [...tree.files.keys()].sort();
  return [...tree.folders].filter((folder) => /^translations\/[^/]+$/.test(folder)).sort().flatMap((folder) => {
    const language = folder.slice('translations/'.length);
    const tag = languageTag(language);
    const wrong = tag === null ? `"${language.slice(0, 60)}" is not a BCP 47 language tag.`
      : tag === courseLanguage ? `"${language}" is the language of the course itself.`
        : tag !== language ? `The language "${tag}" is spelt otherwise here.` : null;
    if (wrong !== null) {
      reporter.report('translation-language', folder, startOfFile, wrong, tag !== null && tag !== courseLanguage ? `Rename the folder to ${tag}.` : undefined);
      return [];
    }
    return [overlayOf({ language, folder, texts: new Map(), media: new Map() }, names.filter((name) => name.startsWith(`${folder}/`)), tree, originals, reporter)];
  });
}

/** Files without an original for which another name is suggested: to look for one takes time. */
const mostSuggested = 20;

function overlayOf(overlay: Overlay, names: readonly string[], tree: CourseTree, originals: ReadonlySet<string>, reporter: Reporter): Overlay {
  let strangers = 0;
  for (const name of names) {
    const entry = tree.files.get(name);
    const path = name.slice(overlay.folder.length + 1);
    if (entry === undefined) continue;
    if (path.startsWith('media/')) overlay.media.set(path, entry);
    else if (originals.has(path)) overlay.texts.set(path, entry);
    else if (!passedOver.test(path.slice(path.lastIndexOf('/') + 1))) {
      strangers += 1;
      const near = strangers > mostSuggested ? null : nearest(path, originals);
      reporter.report('translation-extra', name, startOfFile, `The original has no file ${path}.`, near === null ? undefined : `Did you mean ${overlay.folder}/${near}?`);
    }
  }
  return overlay;
}
