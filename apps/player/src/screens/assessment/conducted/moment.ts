/** A moment in the learner's own zone, which it names. */
export function momentOf(iso: string): string {
  return new Intl.DateTimeFormat(document.documentElement.lang, { year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' }).format(new Date(iso));
}

/** The device's clock may be wrong: so what is waited for is asked for again and again, at least and at most so often. */
const [SOONEST_MS, LATEST_MS] = [1_000, 300_000];

/** Calls back when a moment comes, and now and then before and after it until it is stopped. Returns the way to stop. */
export function whenItComes(iso: string, then: () => void): () => void {
  let tries = 0;
  const wait = (): ReturnType<typeof setTimeout> => setTimeout(again, Math.min(LATEST_MS, Math.max(SOONEST_MS * 2 ** tries, Date.parse(iso) - Date.now() + 200)));
  const again = (): void => {
    if (Date.parse(iso) <= Date.now()) tries += 1;
    then();
    timer = wait();
  };
  let timer = wait();
  return () => clearTimeout(timer);
}
