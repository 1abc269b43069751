import { Checkbox, NativeSelect } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Said, type Outcome } from '../account/Said.js';
import { MyMailWishesDocument, type MyMailWishesQuery, SetMailLanguageDocument, SetMailWantedDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { When } from '../time/When.js';
import { categoryWords } from './categories.js';
import './mails.css';

type Mine = NonNullable<MyMailWishesQuery['viewer']>;
const english = new Intl.DisplayNames('en', { type: 'language' });
/** A language as it calls itself, so that whoever reads no English finds hers. */
const ownName = (language: string): string => new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;

/** Which mails one wants, and in which language. */
export function MailSection() {
  const [result, again] = useQuery({ query: MyMailWishesDocument });
  const reload = () => again({ requestPolicy: 'network-only' });
  return <Loaded result={result} value={result.data?.viewer} retry={reload} what="account">{(mine) => <Wishes mine={mine} reload={reload} />}</Loaded>;
}

function Wishes({ mine: { mailWishes: { language, languages, categories }, organisation }, reload }: { mine: Mine; reload: () => void }) {
  const [choosing, choose] = useMutation(SetMailLanguageDocument);
  const [setting, set] = useMutation(SetMailWantedDocument);
  const [outcome, setOutcome] = useState<Outcome>(null);
  async function done(change: Promise<{ error?: Parameters<typeof faultOf>[0] | undefined }>, sentence: string): Promise<void> {
    const { error } = await change;
    setOutcome(error === undefined ? { bad: false, sentence } : { bad: true, sentence: faultOf(error).message });
    reload();
  }
  return (
    <div className="stack">
      <NativeSelect label="Language" value={language ?? ''} disabled={choosing.fetching} maw="20rem"
        onChange={({ currentTarget: { value } }) => void done(choose({ language: value === '' ? null : value }), 'Saved, for mails from now on.')}
        data={[{ value: '', label: 'As the organisation writes' }, ...languages.map((each) => ({ value: each, label: ownName(each) === english.of(each) ? ownName(each) : `${ownName(each)} (${english.of(each) ?? each})` }))]} />
      <fieldset className="stack tight bare">
        <legend>From {organisation.name} you get</legend>
        {categories.map(({ category, wanted, since }) => {
          const { title, about } = categoryWords[category] ?? { title: category, about: '' };
          return (
            <Checkbox key={category} label={title} checked={wanted} disabled={setting.fetching}
              description={since === null ? about : <>{about} You unsubscribed <When at={since} />.</>}
              onChange={({ currentTarget: { checked } }) => void done(set({ category, wanted: checked }), checked ? `${title} are sent to you again.` : `${title} are sent to you no more.`)} />
          );
        })}
      </fieldset>
      <p className="quiet small">Invitations and links to sign in always come: they are how you get in.</p>
      <Said outcome={outcome} />
    </div>
  );
}
