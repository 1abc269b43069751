import { useApp } from '../session/app.js';
import { addressOf } from '../session/router.js';
import { Heading } from './heading.js';

/** An address that leads nowhere in this version of the course. */
export function Missing() {
  const { words } = useApp();
  return (
    <div class="column">
      <Heading>{words.wrongTitle}</Heading>
      <p>{words.wrongMissing}</p>
      <p class="actions"><a class="button primary" href={addressOf({ name: 'start' })}>{words.goToStart}</a></p>
    </div>
  );
}
