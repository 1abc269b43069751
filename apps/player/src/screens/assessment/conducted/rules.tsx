import type { Sitting } from '../../../delivery/conduct.js';
import { useApp } from '../../../session/app.js';
import { momentOf } from './moment.js';

/** What a learner meets, in sentences: before she begins nothing is a surprise. */
export function RulesInWords({ sitting: { conditions: rules } }: { sitting: Sitting }) {
  const { words, formats } = useApp();
  const extra = rules.timeLimitSeconds !== null && rules.usualTimeLimitSeconds !== null && rules.timeLimitSeconds > rules.usualTimeLimitSeconds;
  const counted = words.countsRule[rules.counts as keyof typeof words.countsRule];
  const said = [
    extra && words.extraTime(formats.duration(rules.usualTimeLimitSeconds ?? 0)),
    rules.breakSeconds > 0 && words.breaksGranted(formats.duration(rules.breakSeconds)),
    rules.navigation === 'linear' && words.linearHelp,
    rules.pages === 'all' && words.allOnOnePage,
    rules.maxAttempts !== 1 && counted,
    rules.moreShownAt !== null && (rules.scoreRelease === 'AFTER_CLOSING' ? words.resultOn : words.answersOn)(momentOf(rules.moreShownAt)),
    rules.networksLimited && words.networksOnly,
  ].filter((text) => typeof text === 'string');
  return (
    <>
      {said.length > 0 && <ul class="rules">{said.map((text) => <li key={text}>{text}</li>)}</ul>}
      {rules.focusRecorded && <p class="rules"><strong>{words.focusNotice}</strong></p>}
    </>
  );
}
