import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSession } from '../session/Session.js';
import { Bones, Failure } from '../states/states.js';
import { AccentColour } from './AccentColour.js';
import { TopBar } from './TopBar.js';
import './frame.css';

/** Screens for whoever is not signed in yet. */
const openScreens = ['/sign-in', '/sign-in/link/$token', '/invitation/$token', '/join', '/join/$code', '/join/confirm/$token'];
const openAddress = /^\/(sign-in|invitation|join)(\/|\?|$)/;

/** What stands around every screen: the way past the navigation, the top bar, and the gate for who isn't signed in. */
export function Frame() {
  const { person, failed, retry } = useSession();
  const href = useRouterState({ select: (state) => state.location.href });
  const shown = useRouterState({ select: (state) => state.matches.at(-1)?.routeId });
  const navigate = useNavigate();
  // By the screen that is shown: while the sign-in page is fetched, the screen asked for must not begin its queries.
  const mustSignIn = person === null && !openScreens.some((route) => route === shown);
  useEffect(() => {
    if (mustSignIn && !openAddress.test(href)) void navigate({ to: '/sign-in', search: href === '/' ? {} : { next: href }, replace: true });
  }, [mustSignIn, href, navigate]);
  return (
    <>
      <a className="skip" href="#main">Skip to the content</a>
      {person !== null && person !== undefined && <><AccentColour accent={person.organisation.accent} /><TopBar person={person} /></>}
      {failed ? <main id="main" className="page slim"><Failure message="Preceptor could not be reached." retry={retry} /></main>
        : person === undefined || mustSignIn ? <main id="main" className="page" aria-busy="true"><Bones /></main>
        : <Outlet />}
    </>
  );
}
