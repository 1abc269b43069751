import type { Session } from './session.js';

/**
 * Tells the session of the page's life. Neither `unload` nor `beforeunload` is used: browsers block them in frames and
 * an LMS may forbid them by policy. `visibilitychange` is the last event that is sure to come on a phone.
 */
export function followPage(session: Session): void {
  document.addEventListener('visibilitychange', () => session.setVisible(document.visibilityState !== 'hidden'));
  window.addEventListener('pagehide', () => session.end());
  window.addEventListener('pageshow', (event) => {
    // The browser brought the page back from its cache, but its session has ended: begin a new one.
    if (event.persisted) location.reload();
  });
}
