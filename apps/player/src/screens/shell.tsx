import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp, useSession } from '../session/app.js';
import { preferences } from '../session/preferences.js';
import { dayOf, licenceStanding } from '../session/licence.js';
import { addressOf, type Route } from '../session/router.js';
import { CourseClock } from './course-clock.js';
import { Icon } from './icon.js';
import { LanguageChoice } from './language-choice.js';
import { Notice } from './notice.js';
import { Outline } from './outline.js';
import { SaveState } from './save-state.js';
import { Settings } from './settings.js';

const WIDE = '(min-width: 64rem)';

/** What stands around every screen: the outline, where one is, whether it is saved, and how it looks. */
export function Shell({ route, home, children }: { route: Route; home: string | null; children: ComponentChildren }) {
  const { session, words, formats, about } = useApp();
  const { progress, notice } = useSession();
  const { part, validUntil } = about;
  const wide = useMedia(WIDE);
  const [open, setOpen] = useState(preferences.get().outlineOpen);
  const drawer = useRef<HTMLDialogElement>(null);
  const main = useRef<HTMLElement>(null);
  const percent = formats.percent(progress.fraction);
  const done = part === undefined ? words.courseProgress(percent) : words.partProgress(percent);
  const told = [
    ...(notice === null ? [] : [words.notices[notice] ?? '']),
    ...(validUntil !== undefined && licenceStanding(validUntil, new Date()) === 'ends-soon' ? [words.licenceEnds(formats.day(dayOf(validUntil)))] : []),
  ];

  useEffect(() => drawer.current?.close(), [addressOf(route), wide]);
  const toggle = (): void => {
    if (!wide) {
      drawer.current?.showModal();
      drawer.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' });
      return;
    }
    setOpen(!open);
    preferences.set({ outlineOpen: !open });
  };
  const shown = wide && open;
  return (
    <div class={`shell ${shown ? 'with-outline' : ''}`}>
      <a
        class="skip" href="#main"
        onClick={(event) => {
          event.preventDefault(); // the part after # is the player's own address
          main.current?.focus();
        }}
      >{words.skipToContent}</a>
      <header class="top">
        <button type="button" class="tool" aria-label={shown ? words.hideOutline : words.showOutline} aria-expanded={wide ? open : undefined} aria-haspopup={wide ? undefined : 'dialog'} onClick={toggle}><Icon name="outline" /></button>
        <a class="course-title" href={addressOf({ name: 'start' })}>{part === undefined ? session.outline.title : <>{part.courseTitle}<span class="where">{words.partOf(part.number, part.of)}</span></>}</a>
        <CourseClock />
        <SaveState />
        <LanguageChoice />
        <a class="tool" href="#/search" aria-label={words.search}><Icon name="search" /></a>
        <Settings />
        {about.exitButton === true && <button type="button" class="quiet leave" title={words.saveAndLeave} onClick={() => void session.leave()}><Icon name="leave" /><span>{words.saveAndLeave}</span></button>}
        <progress class="course-progress" max={1} value={progress.fraction} aria-label={done} />
      </header>
      {shown && <nav class="outline" aria-label={words.outline}><p class="percent">{done}</p><Outline route={route} home={home} /></nav>}
      <dialog
        class="drawer" ref={drawer} aria-label={words.outline}
        onClick={(event) => {
          if (event.target === drawer.current || (event.target as Element).closest('a')) drawer.current?.close();
        }}
      >
        {!wide && (
          <div class="drawer-inside">
            <p class="drawer-head"><span class="percent">{done}</span><button type="button" class="tool" aria-label={words.close} onClick={() => drawer.current?.close()}><Icon name="close" /></button></p>
            <nav aria-label={words.outline}><Outline route={route} home={home} /></nav>
          </div>
        )}
      </dialog>
      <main id="main" ref={main} tabIndex={-1}>
        {told.map((text) => text !== '' && <Notice key={text} text={text} />)}
        {children}
      </main>
    </div>
  );
}

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const follow = (): void => setMatches(list.matches);
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, [query]);
  return matches;
}
