import { Html } from '../reading/html.js';
import { useApp } from '../session/app.js';
import { Heading } from './heading.js';

/** What must be acknowledged before the first lesson. */
export function Disclaimer({ html }: { html: string }) {
  const { session, words } = useApp();
  return (
    <article class="column">
      <p class="eyebrow">{session.outline.title}</p>
      <Heading>{words.beforeYouBegin}</Heading>
      <Html html={html} className="prose lesson-text" />
      <p class="actions"><button type="button" class="primary" onClick={() => void session.report('acknowledged', {})}>{words.acknowledge}</button></p>
    </article>
  );
}
