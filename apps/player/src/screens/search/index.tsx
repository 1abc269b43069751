import type { SearchEntry } from '@preceptor/course/delivery';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../../session/app.js';
import { addressOf } from '../../session/router.js';
import { Heading } from '../heading.js';
import { Loaded } from '../loaded.js';
import { find, type Found } from './find.js';

export function SearchScreen({ query }: { query: string }) {
  const { session } = useApp();
  // A package in parts carries one index for all of them.
  const lessons = new Set(session.outline.units.flatMap((unit) => unit.lessons.map(({ id }) => id)));
  return <Loaded name="search" load={() => session.delivery.search()}>{(entries) => <Search entries={entries.filter((entry) => lessons.has(entry.id))} query={query} />}</Loaded>;
}

/** Finds while one types; the words stay in the address, so that going back finds them again. */
function Search({ entries, query }: { entries: SearchEntry[]; query: string }) {
  const { session, words } = useApp();
  const [typed, setTyped] = useState(query);
  useEffect(() => setTyped(query), [query]);
  const found = find(entries, typed);
  const type = (text: string): void => {
    setTyped(text);
    history.replaceState(null, '', addressOf({ name: 'search', query: text }));
  };
  return (
    <article class="column">
      <Heading title={words.search}>{words.searchCourse}</Heading>
      <label class="find"><span class="hint">{words.searchFor}</span><input type="search" value={typed} autocomplete="off" dir="auto" onInput={(event) => type(event.currentTarget.value)} /></label>
      <p class="hint" role="status">{typed.trim() === '' ? words.searchHelp : found.length === 0 ? words.foundNothing(typed.trim()) : words.found(found.length)}</p>
      <ol class="found">
        {found.map((entry) => (
          <li key={entry.id}>
            <a href={addressOf({ name: 'lesson', id: entry.id })}>{entry.title}</a>
            <p class="hint">{session.outline.units.find((unit) => unit.id === entry.unit)?.title}</p>
            <p><Excerpt {...entry} /></p>
          </li>
        ))}
      </ol>
    </article>
  );
}

function Excerpt({ excerpt, marks }: Found) {
  const parts = [];
  let from = 0;
  for (const [start, end] of marks) {
    if (start < from) continue;
    parts.push(excerpt.slice(from, start), <mark key={start}>{excerpt.slice(start, end)}</mark>);
    from = end;
  }
  return <>{parts}{excerpt.slice(from)}</>;
}
