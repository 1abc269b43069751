import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTyped } from '../frame/useTyped.js';
import type { BankFacetsQuery, FacetFragment, ItemState } from '../generated/graphql.js';
import { kindName } from '../instructor/itemOrder.js';
import type { Bank } from './folderTree.js';
import { isNarrowed, none, stateChoices, unfiltered, type BankSearch } from './filters.js';
import { stateWords } from './states.js';

type Choice = 'kind' | 'level' | 'difficulty' | 'tag' | 'statement' | 'author';

/** Narrows a list of questions; each choice says how many it would leave. */
export function QuestionFilters({ bank, facets }: { bank: Bank | null; /** undefined: not known yet */ facets: BankFacetsQuery['bankItemFacets'] | undefined }) {
  const search = useSearch({ from: '/bank/$bank' });
  const navigate = useNavigate({ from: '/bank/$bank' });
  const set = (change: BankSearch) => void navigate({ search: (before) => ({ ...before, after: undefined, page: undefined, ...change }), replace: true, resetScroll: false });
  const [typed, setTyped] = useTyped(search.q ?? '', (q) => set({ q: q === '' ? undefined : q }));
  const select = (name: Choice, label: string, all: string, values: readonly FacetFragment[] | undefined, word: (value: FacetFragment) => string) => (
    <NativeSelect label={label} value={search[name] ?? ''} data={[{ value: '', label: all }, ...optionsOf(values, search[name], word)]}
      onChange={(event) => set({ [name]: event.currentTarget.value === '' ? undefined : event.currentTarget.value })} />
  );
  const ranked = ({ value }: FacetFragment) => (value === '' ? 'Not said yet' : kindName(value));
  const more = [search.kind, search.difficulty, search.tag, search.statement, search.author, search.findings, search.unsound].filter((value) => value !== undefined).length;
  return (
    <div className="narrowing" role="search" aria-label={bank === null ? 'All banks' : 'This bank'}>
      <div className="filters">
        <TextInput className="grow" label="Search" type="search" placeholder="words of a question" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        <NativeSelect label="State" value={search.state ?? ''} data={[{ value: '', label: 'In use' }, ...stateChoices.map((value) => ({ value, label: stateLabel(value, facets?.states) }))]}
          onChange={(event) => { const wanted = event.currentTarget.value; set({ state: stateChoices.find((value) => value === wanted) }); }} />
        {select('level', 'Level', 'All levels', facets?.levels, ranked)}
      </div>
      <details open={more > 0 || undefined}>
        <summary>More filters {more > 0 && <span className="quiet">({more} set)</span>}</summary>
        <div className="filters">
          {select('kind', 'Kind', 'All kinds', facets?.kinds, ({ value }) => kindName(value))}
          {select('difficulty', 'Difficulty', 'Any', facets?.difficulties, ranked)}
          {select('tag', 'Tag', 'Any', facets?.tags, ({ label }) => label)}
          {select('statement', 'Statement', 'Any', facets?.statements, ({ value, label }) => (value === '' ? 'None' : label))}
          {select('author', 'Author', 'Anybody', facets?.authors, ({ label }) => label)}
          <div className="row checks">
            <Checkbox label="Has findings" checked={search.findings === true} onChange={(event) => set({ findings: event.currentTarget.checked ? true : undefined })} />
            <Checkbox label="Not ready to be scored" checked={search.unsound === true} onChange={(event) => set({ unsound: event.currentTarget.checked ? true : undefined })} />
          </div>
        </div>
      </details>
      {isNarrowed(search) && <button type="button" className="link small" onClick={() => { setTyped(''); set(unfiltered); }}>Clear the search and all filters</button>}
    </div>
  );
}

/** What can be chosen; what is chosen stays in the list though nothing fits it. */
function optionsOf(values: readonly FacetFragment[] = [], chosen: string | undefined, word: (value: FacetFragment) => string): { value: string; label: string }[] {
  const options = values.map((each) => ({ value: each.value === '' ? none : each.value, label: `${word(each)} (${each.items.toLocaleString('en')})` }));
  if (chosen === undefined || options.some(({ value }) => value === chosen)) return options;
  return [...options, { value: chosen, label: word({ value: chosen === none ? '' : chosen, label: chosen, items: 0 }) }];
}

function stateLabel(value: (typeof stateChoices)[number], counted: readonly FacetFragment[] = []): string {
  if (value === 'ALL') return 'All';
  const items = counted.find((each) => each.value === value)?.items;
  return `${stateWords[value satisfies ItemState].word}${items === undefined ? '' : ` (${items.toLocaleString('en')})`}`;
}
