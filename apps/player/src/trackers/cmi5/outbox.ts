import { parsed } from '../json-text.js';
import { isDefined, type Draft, type Verb } from './statements.js';
import type { Store } from './surroundings.js';

/**
 * What is to be told, in order, until the LMS has taken it; kept on the device over reloads and launches. Of the verbs
 * that cmi5 defines each is told at most once a session (9.3), so this also knows what the session has said.
 */
export class Outbox {
  readonly waiting: Draft[] = [];
  /** Verbs that an earlier session may not have brought to the LMS. */
  readonly left: ReadonlySet<Verb>;
  private readonly carried: Draft[];
  private readonly said: Set<string>;

  /** `at`: the key on the device; `session` is this launch's. */
  constructor(private readonly device: Store, private readonly tab: Store, private readonly at: string, private readonly session: string) {
    this.said = new Set(listed<string>(tab.get(this.sessionKey)));
    const kept = listed<Draft>(device.get(at));
    this.waiting.push(...kept.filter((draft) => draft.session === session));
    const others = kept.filter((draft) => draft.session !== session);
    this.left = new Set(others.filter(isDefined).map(({ verb }) => verb));
    this.carried = others.filter((draft) => !isDefined(draft));
  }

  /** Takes over what earlier sessions could not tell, once this one has begun. What cmi5 defines is judged anew. */
  takeOver(): void {
    const at = new Date().toISOString();
    for (const draft of this.carried.splice(0)) this.add({ ...draft, session: this.session, at });
  }

  has(verb: Verb): boolean {
    return this.said.has(verb);
  }

  add(draft: Draft): void {
    if (this.waiting.some(({ id }) => id === draft.id)) return;
    if (isDefined(draft)) {
      this.said.add(draft.verb);
      this.tab.set(this.sessionKey, JSON.stringify([...this.said]));
    }
    this.waiting.push(draft);
    this.keep();
  }

  settle(drafts: readonly Draft[]): void {
    const gone = new Set(drafts.map(({ id }) => id));
    this.waiting.splice(0, Infinity, ...this.waiting.filter(({ id }) => !gone.has(id)));
    this.keep();
  }

  private keep(): void {
    if (this.waiting.length + this.carried.length === 0) this.device.remove(this.at);
    else this.device.set(this.at, JSON.stringify([...this.carried, ...this.waiting]));
  }

  private get sessionKey(): string {
    return `preceptor:said:${this.session}`;
  }
}

function listed<T>(text: string | null): T[] {
  const value = parsed(text);
  return Array.isArray(value) ? (value as T[]) : [];
}
