import { useEffect, useRef, type ReactNode } from 'react';
import { useRouterState } from '@tanstack/react-router';
import { announce } from './announce.js';

let lastPath: string | null = null;

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
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => {
    document.title = [title, within, 'Preceptor'].filter((part) => part !== undefined).join(' · ');
  }, [title, within]);
  useEffect(() => {
    if (lastPath !== null && lastPath !== path) {
      heading.current?.focus({ preventScroll: true });
      announce(document.title);
    }
    lastPath = path;
  }, [path]);
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
