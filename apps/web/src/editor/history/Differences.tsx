import type { Difference, Word } from './differences.js';

/** What was changed, field by field and word by word: never by colour alone. */
export function Differences({ all }: { all: readonly Difference[] }) {
  if (all.length === 0) return <p className="quiet small">Nothing is different.</p>;
  return <dl className="differences">{all.map(({ key, label, words }) => <div key={key}><dt>{label}</dt><dd>{words === null ? <span className="quiet">changed</span> : <Words words={words} />}</dd></div>)}</dl>;
}

export function Words({ words }: { words: readonly Word[] }) {
  return <>{words.map(({ text, is }, index) => (is === 'new' ? <ins key={index}>{text}</ins> : is === 'gone' ? <del key={index}>{text}</del> : <span key={index}>{text}</span>))}</>;
}
