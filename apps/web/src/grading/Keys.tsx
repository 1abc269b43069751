/** The keys that grade, always in sight. */
export function Keys({ levels, model }: { levels: number; model: boolean }) {
  const keys: [string, string][] = [
    [levels > 1 ? `1 to ${levels}` : '1', 'choose the level, go to the next criterion'], ['↑ ↓', 'another criterion'], ['C', 'comment; / for snippets, Esc to leave it'],
    ['Enter', 'save and go on; Shift+Enter for a new line in the comment'], ['N', 'next answer; this one waits'], ['P', 'previous answer'], ['U', 'undo the last grading'], ['Q', 'the question'], ...(model ? [['M', 'the model answer']] satisfies [string, string][] : []),
  ];
  return (
    <details className="small keys-fold" open>
      <summary>Keys</summary>
      <dl className="keys" aria-label="Keys">
        {keys.map(([key, does]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{does}</dd></div>)}
      </dl>
    </details>
  );
}
