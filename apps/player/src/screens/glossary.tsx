import type { Glossary } from '@preceptor/course/delivery';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Html } from '../reading/html.js';
import { useApp } from '../session/app.js';
import { folded } from './folded.js';
import { Heading } from './heading.js';
import { Loaded } from './loaded.js';

export function GlossaryScreen({ term }: { term: string | null }) {
  const { session } = useApp();
  return <Loaded name="glossary" load={() => session.delivery.glossary()}>{(glossary) => <Terms glossary={glossary} term={term} />}</Loaded>;
}

function Terms({ glossary, term }: { glossary: Glossary; term: string | null }) {
  const { session, words } = useApp();
  const [filter, setFilter] = useState('');
  const sorted = useMemo(() => {
    const order = new Intl.Collator(session.outline.language);
    return [...glossary].sort((a, b) => order.compare(a.term, b.term));
  }, [glossary]);
  const found = sorted.filter((entry) => folded(entry.term).includes(folded(filter.trim())));
  useEffect(() => {
    if (term !== null) document.getElementById(`term-${term}`)?.scrollIntoView({ block: 'center' });
  }, [term]);
  return (
    <article class="column">
      <Heading>{words.glossary}</Heading>
      <label class="find"><span class="hint">{words.filterTerms}</span><input type="search" value={filter} dir="auto" onInput={(event) => setFilter(event.currentTarget.value)} /></label>
      <p class="hint" role="status">{found.length === 0 ? words.noTerms : words.termsFound(found.length)}</p>
      <dl class="terms">
        {found.map((entry) => (
          <div key={entry.id} id={`term-${entry.id}`} class={entry.id === term ? 'sought' : ''}><dt>{entry.term}</dt><dd><Html html={entry.html} /></dd></div>
        ))}
      </dl>
    </article>
  );
}
