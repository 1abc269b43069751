import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { TermPopup } from '../reading/term-popup.js';
import { useApp, useSession } from '../session/app.js';
import { addressOf, parseRoute, type Route } from '../session/router.js';
import { AssessmentScreen } from './assessment/index.js';
import { Closed } from './closed.js';
import { placeToGoOn } from './course-path.js';
import { Disclaimer } from './disclaimer.js';
import { GlossaryScreen } from './glossary.js';
import { ItemScreen } from './item.js';
import { LessonScreen } from './lesson.js';
import { Missing } from './missing.js';
import { ResultScreen } from './result.js';
import { SearchScreen } from './search/index.js';
import { Shell } from './shell.js';

/** The screen that the address asks for, in its frame. */
export function Root({ home }: { home: string | null }) {
  const { session } = useApp();
  const { progress, mode, closed } = useSession();
  const route = useRoute();
  const { disclaimerHtml } = session.outline;
  const gated = disclaimerHtml !== null && !progress.acknowledged && mode === 'normal' && (route.name === 'lesson' || route.name === 'assessment');
  if (closed !== null) return <Closed why={closed} />;
  return (
    <Shell route={route} home={home}>
      {gated ? <Disclaimer html={disclaimerHtml} /> : screenOf(route)}
      <TermPopup />
    </Shell>
  );
}

function screenOf(route: Route): ComponentChild {
  switch (route.name) {
    case 'start': return <Missing />;
    case 'lesson': return <LessonScreen key={route.id} id={route.id} />;
    case 'assessment': return <AssessmentScreen key={route.id} id={route.id} />;
    case 'item': return <ItemScreen key={route.id} id={route.id} />;
    case 'glossary': return <GlossaryScreen term={route.term} />;
    case 'search': return <SearchScreen query={route.query} />;
    case 'result': return <ResultScreen />;
  }
}

/** Follows the address. The start is no screen of its own: it leads to where the learner goes on. */
function useRoute(): Route {
  const { session } = useApp();
  const resolve = (): Route => {
    const route = parseRoute(location.hash);
    if (route.name !== 'start') return route;
    const place = placeToGoOn(session.outline, session.store.get().progress);
    if (place.name !== 'start') history.replaceState(null, '', addressOf(place));
    return place;
  };
  const [route, setRoute] = useState(resolve);
  useEffect(() => {
    const follow = (): void => setRoute(resolve());
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return route;
}
