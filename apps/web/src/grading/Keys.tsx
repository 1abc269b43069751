/** The keys that grade, always in sight. */
export function Keys({ levels, model, undo }: { levels: number; model: boolean; undo: boolean }) {
  const keys: [string, string][] = [
    [levels > 1 ? `1 to ${levels}` : '1', 'choose the level, go to the next criterion'], ['↑ ↓', 'another criterion'], ['C', 'comment; / for snippets, Esc to leave it'],
    ['Enter', 'save and go on; Shift+Enter for a new line in the comment'], ['S', 'skip'], ...(undo ? [['U', 'undo the last']] satisfies [string, string][] : []), ['Q', 'the question'], ...(model ? [['M', 'the model answer']] satisfies [string, string][] : []),
  ];
  return (
    <dl className="keys small" aria-label="Keys">
      {keys.map(([key, does]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{does}</dd></div>)}
    </dl>
  );
}
