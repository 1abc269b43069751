/** The longest text that is kept for searching, in characters; PostgreSQL's tsvector ends at a megabyte. */
const longestText = 60_000;
/** Words of a search beyond these say nothing more. */
const mostWords = 20;
const longestWord = 60;

/** What a person looks for: words that must all be there, and rows of words that must stand together. The last word may be a beginning. */
export interface SearchTerms { phrases: string[][]; prefix: string | null }

/** The words of a text as the index keeps them: lower case, without accents, compatible forms as one (NFKD), apart from everything that is no letter or digit. */
export function wordsOf(text: string): string[] {
  return text.slice(0, longestText).normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu)?.map((word) => word.slice(0, longestWord)) ?? [];
}

/**
 * Reads what somebody typed into a search box. Nothing that can be typed is an error: signs part words, a quotation
 * mark that is not closed closes at the end. The last word is a beginning, unless it stands in quotation marks.
 * @returns null where nothing typed is a word: then everything is found.
 */
export function searchTerms(typed: string): SearchTerms | null {
  const phrases: string[][] = [];
  const parts = typed.slice(0, 1000).split(/["“”„«»]/u);
  let prefix: string | null = null;
  for (const [index, part] of parts.entries()) {
    const words = wordsOf(part);
    if (words.length === 0) continue;
    const quoted = index % 2 === 1;
    if (quoted) phrases.push(words);
    else phrases.push(...words.map((word) => [word]));
    prefix = quoted ? null : words.at(-1) ?? null;
  }
  if (prefix !== null) phrases.pop();
  const kept = phrases.slice(0, mostWords).map((words) => words.slice(0, mostWords));
  return kept.length === 0 && prefix === null ? null : { phrases: kept, prefix };
}

/** As FTS5's MATCH reads it (https://www.sqlite.org/fts5.html#full_text_query_syntax). Words are letters and digits alone, so quotation marks hold them. */
export function ftsQuery({ phrases, prefix }: SearchTerms): string {
  return [...phrases.map((words) => `"${words.join(' ')}"`), ...prefix === null ? [] : [`"${prefix}"*`]].join(' AND ');
}

/** As PostgreSQL's to_tsquery reads it. */
export function tsQuery({ phrases, prefix }: SearchTerms): string {
  return [...phrases.map((words) => `(${words.map((word) => `'${word}'`).join(' <-> ')})`), ...prefix === null ? [] : [`'${prefix}':*`]].join(' & ');
}
