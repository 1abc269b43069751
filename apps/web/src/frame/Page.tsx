import { useEffect, useRef, type ReactNode } from 'react';
import { useRouterState } from '@tanstack/react-router';
import { announce } from './announce.js';

/** Where the reader is, and whether she came there from another screen rather than by opening the site. */
let lastPath: string | null = null;
let arrived = false;

interface Props {
  /** the heading, and the first part of the tab's title */
  title: string;
  /** further parts of the tab's title, nearest first */
  within?: string | undefined;
  /** the way up, above the heading */
  trail?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  slim?: boolean;
  children: ReactNode;
}

/**
 * A screen: sets the tab's title, and on arriving from another screen moves the focus to the heading and says the
 * title aloud. Filters change the address without being an arrival.
 */
export function Page({ title, within, trail, lead, actions, slim = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The screen that is shown, not the address that is being gone to: its bundle may still be on its way.
  const path = useRouterState({ select: (state) => state.matches.at(-1)?.pathname ?? '/' });
  useEffect(() => {
    document.title = [title, within, 'Preceptor'].filter((part) => part !== undefined).join(' · ');
  }, [title, within]);
  useEffect(() => {
    const another = lastPath !== null && lastPath !== path;
    if (another) arrived = true;
    // A screen whose frame loads first has its heading replaced: the focus that lay on the first is lost, and goes on to the second.
    if (another || (arrived && document.activeElement === document.body)) heading.current?.focus({ preventScroll: true });
    lastPath = path;
  }, [path]);
  useEffect(() => {
    if (arrived) announce(document.title);
  }, [path, title]);
  return (
    <main id="main" tabIndex={-1} className={slim ? 'page slim' : 'page'}>
      <div className="head">
        <div>
          {trail !== undefined && <div className="trail">{trail}</div>}
          <h1 ref={heading} tabIndex={-1}>{title}</h1>
          {lead !== undefined && <p>{lead}</p>}
        </div>
        {actions !== undefined && <div className="row">{actions}</div>}
      </div>
      {children}
    </main>
  );
}
