import { useState } from 'preact/hooks';
import { useApp } from '../session/app.js';

/** The languages of the course, each by its own name. Choosing one goes on at the same place. */
export function LanguageChoice() {
  const { session, words, languages, speak, announce } = useApp();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  if (languages.length < 2) return null;
  const choose = async (language: string): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailed(false);
    await speak(language).catch(() => {
      setFailed(true);
      announce(words.wrongOffline);
    });
    setBusy(false);
  };
  return (
    <select
      class="language" aria-label={words.chooseLanguage} aria-busy={busy} value={session.outline.language} title={failed ? words.wrongOffline : undefined}
      onChange={(event) => {
        const { value } = event.currentTarget;
        event.currentTarget.value = session.outline.language; // until it is there
        void choose(value);
      }}
    >
      {languages.map(({ language, direction, title }) => <option key={language} value={language} lang={language} dir={direction}>{title}</option>)}
    </select>
  );
}
