import type { ItemResponse, ItemView } from '@preceptor/assessment';
import { isReady } from '../../items/registry.js';
import { useApp } from '../../session/app.js';

interface Props { items: ItemView[]; at: number; answers: { [item: string]: ItemResponse }; flags: ReadonlySet<string>; onGo(to: number): void }

/** All questions at a glance: which are answered, flagged, and where one is. */
export function QuestionMap({ items, at, answers, flags, onGo }: Props) {
  const { words, formats } = useApp();
  return (
    <nav class="question-map" aria-label={words.allQuestions}>
      <ol>
        {items.map((item, index) => {
          const answered = isReady(item, answers[item.id]);
          const name = [words.question(index + 1), answered ? words.isAnswered : words.notAnswered, ...(flags.has(item.id) ? [words.flagged] : [])].join(`${words.comma} `);
          return (
            <li key={item.id}>
              <button type="button" class={`${answered ? 'answered' : ''} ${flags.has(item.id) ? 'flagged' : ''}`} aria-label={name} aria-current={index === at ? 'step' : undefined} onClick={() => onGo(index)}>{formats.number(index + 1)}</button>
            </li>
          );
        })}
      </ol>
      <button type="button" class="link" onClick={() => onGo(items.length)}>{words.review}</button>
    </nav>
  );
}
