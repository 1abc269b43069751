import type { DeliverySettingQuery } from '../generated/graphql.js';
import { exactly, lasting, plural } from '../time/words.js';

export type Setting = DeliverySettingQuery['deliverySetting'];
type Kept = Pick<Setting, 'opensAt' | 'closesAt' | 'graceSeconds' | 'maxAttempts' | 'timeLimitSeconds' | 'counts' | 'navigation' | 'pages' | 'shuffle' | 'eachAnswer' | 'scoreRelease' | 'feedbackRelease' | 'keyRelease' | 'recordFocus' | 'waitSeconds' | 'networks' | 'passwordSet'>;
/** Rules as the form holds them: texts as typed, so that what is half typed is not thrown away. */
export interface Draft {
  opensAt: string; closesAt: string; minutes: string; grace: string; attempts: string; waitHours: string; counts: Setting['counts']; navigation: string; pages: string;
  shuffle: string; eachAnswer: boolean; score: Setting['scoreRelease']; feedback: Setting['scoreRelease']; key: Setting['scoreRelease']; recordFocus: boolean;
  /** '': as it was */
  password: string; noPassword: boolean; networks: string;
}

export const draftOf = (setting: Setting): Draft => ({
  opensAt: localInput(setting.opensAt), closesAt: localInput(setting.closesAt), minutes: number(setting.timeLimitSeconds, 60), grace: String(setting.graceSeconds), attempts: number(setting.maxAttempts, 1), waitHours: number(setting.waitSeconds === 0 ? null : setting.waitSeconds, 3600),
  counts: setting.counts, navigation: setting.navigation, pages: setting.pages, shuffle: setting.shuffle === null ? '' : String(setting.shuffle), eachAnswer: setting.eachAnswer,
  score: setting.scoreRelease, feedback: setting.feedbackRelease, key: setting.keyRelease, recordFocus: setting.recordFocus, password: '', noPassword: false, networks: setting.networks.join('\n'),
});

/** What a draft amounts to; a number that is none is NaN, and the server says so at its field. */
export function keptOf(draft: Draft, before: Setting): Kept {
  return {
    opensAt: instant(draft.opensAt), closesAt: instant(draft.closesAt), timeLimitSeconds: amount(draft.minutes, 60), graceSeconds: amount(draft.grace, 1) ?? 0, maxAttempts: amount(draft.attempts, 1), waitSeconds: amount(draft.waitHours, 3600) ?? 0,
    counts: draft.counts, navigation: draft.navigation, pages: draft.pages, shuffle: draft.shuffle === '' ? null : draft.shuffle === 'true', eachAnswer: draft.eachAnswer,
    scoreRelease: draft.score, feedbackRelease: draft.feedback, keyRelease: draft.key, recordFocus: draft.recordFocus,
    networks: draft.networks.split(/[\s,;]+/).filter((text) => text !== ''), passwordSet: draft.password !== '' || (before.passwordSet && !draft.noPassword),
  };
}

/** DeliveryRules of libs/assessment, as saveDeliveryRules takes them. */
export function inputOf({ scoreRelease, feedbackRelease, keyRelease, counts, networks: _networks, passwordSet: _password, ...rules }: Kept): object {
  return { ...rules, counts: spelt(counts), release: { score: spelt(scoreRelease), feedback: spelt(feedbackRelease), key: spelt(keyRelease) } };
}

/** What a learner will meet, as one says it. */
export function inWords(kept: Kept): string[] {
  const said: string[] = [];
  const window = kept.opensAt !== null && kept.closesAt !== null ? `from ${exactly(kept.opensAt)} to ${exactly(kept.closesAt)}` : kept.opensAt !== null ? `from ${exactly(kept.opensAt)} on` : kept.closesAt !== null ? `until ${exactly(kept.closesAt)}` : 'at any time';
  const attempts = kept.maxAttempts === null ? 'as many attempts as they like' : plural(kept.maxAttempts, 'attempt');
  said.push(`Learners can take it ${window}, with ${attempts}${kept.timeLimitSeconds === null ? ' and no time limit' : ` of ${lasting(kept.timeLimitSeconds)}`}.`);
  if (kept.maxAttempts !== 1) {
    const wait = kept.waitSeconds > 0 ? ` They wait ${lasting(kept.waitSeconds)} before the next.` : '';
    said.push(`${{ BEST: 'The best attempt counts.', LAST: 'The last attempt counts.', FIRST: 'The first attempt counts.', MEAN: 'The mean of the attempts counts.' }[kept.counts]}${wait}`);
  }
  said.push(kept.pages === 'all' ? 'All questions are on one page.' : kept.navigation === 'linear' ? 'One question at a time, without going back.' : 'One question at a time, in any order.');
  if (kept.eachAnswer) said.push('After each answer they see at once whether it was right.');
  else if (kept.scoreRelease === kept.feedbackRelease && kept.scoreRelease === kept.keyRelease) said.push(`Score, feedback and which answers were right are ${kept.scoreRelease === 'NEVER' ? 'never shown' : `shown ${when[kept.scoreRelease]}`}.`);
  else said.push(`The score is shown ${when[kept.scoreRelease]}, feedback ${when[kept.feedbackRelease]}, and which answers were right ${when[kept.keyRelease]}.`);
  const locks = [...(kept.passwordSet ? ['a password'] : []), ...(kept.networks.length > 0 ? [`one of ${plural(kept.networks.length, 'network')}`] : [])];
  if (locks.length > 0) said.push(`To begin they need ${locks.join(' and ')}.`);
  if (kept.recordFocus) said.push('Leaving the page is recorded, and they are told before they begin.');
  return said;
}

const when = { AT_ONCE: 'at once', AFTER_CLOSING: 'after closing', NEVER: 'never' } as const;
const spelt = (name: string): string => name.toLowerCase().replace('_', '-');
const number = (value: number | null, unit: number): string => (value === null ? '' : String(Math.round((value / unit) * 100) / 100));
const amount = (text: string, unit: number): number | null => (text.trim() === '' ? null : Math.round(Number(text.trim().replace(',', '.')) * unit));

/** A moment as an input of type datetime-local holds it, in the zone of whoever sits here. */
export function localInput(iso: string | null): string {
  if (iso === null) return '';
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
export const instant = (local: string): string | null => (local === '' ? null : new Date(local).toISOString());
