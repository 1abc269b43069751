import type { FoundFragment } from '../generated/graphql.js';
import { unbroken } from '../time/words.js';

const signs: Record<string, { word: string; className: string; sign: string }> = {
  serious: { word: 'Serious', className: 'bad', sign: '▲' }, warning: { word: 'Warning', className: 'warn', sign: '▲' }, note: { word: 'Note', className: 'quiet', sign: '●' },
};

/** How grave something is: a sign and a word, never a colour alone. */
export function Severity({ severity }: { severity: string }) {
  const { word, className, sign } = signs[severity] ?? { word: 'Note', className: 'quiet', sign: '●' };
  return <span className={`sign ${className}`} data-sign={sign}>{word}</span>;
}

/** What the numbers speak against, each with what to do. */
export function Findings({ findings, label }: { findings: readonly FoundFragment[]; label: string }) {
  if (findings.length === 0) return null;
  return (
    <ul className="found" aria-label={label}>
      {findings.map(({ code, severity, sentence, advice }) => (
        <li key={code + sentence}><Severity severity={severity} /><span>{unbroken(sentence)} <span className="quiet">{unbroken(advice)}</span></span></li>
      ))}
    </ul>
  );
}
