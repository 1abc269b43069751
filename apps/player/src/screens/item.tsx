import type { ItemView } from '@preceptor/assessment';
import { Check } from '../reading/check.js';
import { useApp } from '../session/app.js';
import { Heading } from './heading.js';
import { Loaded } from './loaded.js';
import { Missing } from './missing.js';

/** One item by itself, as a learner sees it: for whoever reviews it. Only where nothing is recorded. */
export function ItemScreen({ id }: { id: string }) {
  const { session } = useApp();
  if (session.store.get().mode === 'normal') return <Missing />;
  return <Loaded name={id} load={() => session.delivery.item(id)}>{(view) => (view === null ? <Missing /> : <Item key={id} view={view} />)}</Loaded>;
}

function Item({ view }: { view: ItemView }) {
  const { words } = useApp();
  return (
    <article class="column alone">
      <Heading title={view.id}><span class="visually-hidden">{words.question(1)}{words.colon} {view.id}</span></Heading>
      <Check view={view} lesson="" />
    </article>
  );
}
