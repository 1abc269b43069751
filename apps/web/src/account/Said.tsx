/** What came of the last thing that was done, said aloud too. */
export type Outcome = { bad: boolean; sentence: string } | null;

export function Said({ outcome }: { outcome: Outcome }) {
  return <p role="status" className={outcome === null ? 'unseen' : outcome.bad ? 'bad' : 'sign good'} data-sign="✓">{outcome?.sentence ?? ''}</p>;
}
