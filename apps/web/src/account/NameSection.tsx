import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { RenameMyselfDocument } from '../generated/graphql.js';
import { useSession } from '../session/Session.js';
import { fieldFaults } from '../states/faults.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';
import type { SectionProps } from './section.js';
import { Said, type Outcome } from './Said.js';

export function NameSection({ mine, reload }: SectionProps) {
  const [state, rename] = useMutation(RenameMyselfDocument);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [outcome, setOutcome] = useState<Outcome>(null);
  const form = useFocusOnFault(faults);
  const { retry: readSession } = useSession();
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { error } = await rename({ name: String(new FormData(event.currentTarget).get('name')) });
    setFaults(error === undefined ? {} : fieldFaults(error));
    setOutcome(error === undefined ? { bad: false, sentence: 'Saved. It stands like this on new certificates.' } : null);
    if (error === undefined) { reload(); readSession(); }
  }
  return (
    <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
      <p className="quiet">You sign in as {mine.account.email}.</p>
      <TextInput name="name" label="Your name" description="As it is to stand on certificates." autoComplete="name" defaultValue={mine.account.name} required withAsterisk={false} maxLength={120} error={faults['name'] ?? faults['']} />
      <div className="row"><Button type="submit" variant="default" loading={state.fetching}>Save the name</Button></div>
      <Said outcome={outcome} />
    </form>
  );
}
