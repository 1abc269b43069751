import { Button, TextInput } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { Page } from '../frame/Page.js';
import { OpenRegistrationDocument, RegisterDocument, type OpenRegistrationQuery } from '../generated/graphql.js';
import { faultOf, fieldFaults } from '../states/faults.js';
import { Bones } from '../states/states.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';
import { fullDay } from '../time/words.js';

/** Where somebody types the code that she was given. */
export function CodePage() {
  const navigate = useNavigate();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code')).replaceAll(/[^0-9a-z]/gi, '').toUpperCase();
    void navigate({ to: '/join/$code', params: { code } });
  };
  return (
    <Page title="Register" slim trail="Preceptor">
      <form className="stack sign-in" onSubmit={submit}>
        <TextInput name="code" label="The code that you were given" required withAsterisk={false} size="md" autoComplete="off" autoCapitalize="characters" maxLength={40} />
        <Button type="submit" size="md" mt="xs">Continue</Button>
        <p className="small quiet">You have an account? <a href="/sign-in">Sign in</a></p>
      </form>
    </Page>
  );
}

/** Where the link of a registration leads: for what it is, and one form. */
export function JoinPage() {
  const { code } = useParams({ from: '/join/$code' });
  const [{ data, error }] = useQuery({ query: OpenRegistrationDocument, variables: { code } });
  if (error !== undefined) return <Page title="Nobody can register here" slim trail="Preceptor"><p className="measure">{faultOf(error).message}</p><p><a href="/join">Type another code</a></p></Page>;
  if (data === undefined) return <Page title="Register" slim trail="Preceptor"><Bones /></Page>;
  return <Register code={code} into={data.openRegistration} />;
}

function Register({ code, into }: { code: string; into: OpenRegistrationQuery['openRegistration'] }) {
  const [{ fetching }, register] = useMutation(RegisterDocument);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [sent, setSent] = useState<string | null>(null);
  const form = useFocusOnFault(faults);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const email = String(fields.get('email'));
    const { error } = await register({ code, input: { name: String(fields.get('name')), email } });
    setFaults(error === undefined ? {} : fieldFaults(error));
    if (error === undefined) setSent(email);
  }
  const title = into.cohort ?? into.organisation;
  return (
    <Page title={`Register for ${title}`} slim trail="Preceptor" lead={<>{into.cohort !== null && `With ${into.organisation}. `}{into.startsOn !== null && `It begins on ${fullDay(into.startsOn)}. `}{into.approval && 'Whoever runs it lets each person in.'}</>}>
      <form ref={form} className="stack sign-in" onSubmit={(event) => void submit(event)}>
        {(faults[''] ?? faults['code']) !== undefined && <p role="alert" className="bad">{faults[''] ?? faults['code']}</p>}
        <p role="status" className={sent === null ? 'unseen' : ''}>{sent !== null && <><span className="sign good" data-sign="✓">Look into your mail.</span> A link to confirm {sent} is on its way. It works for one day.</>}</p>
        {sent === null && (
          <>
            <TextInput name="name" label="Your name" description="As it is to stand on certificates." autoComplete="name" required withAsterisk={false} maxLength={120} size="md" error={faults['name']} />
            <TextInput name="email" type="email" label="E-mail address" autoComplete="email" required withAsterisk={false} size="md" error={faults['email']} />
            <Button type="submit" size="md" loading={fetching} mt="xs">Register</Button>
            <p className="small quiet">You have an account? Register with its address, and it is used.</p>
          </>
        )}
      </form>
    </Page>
  );
}
