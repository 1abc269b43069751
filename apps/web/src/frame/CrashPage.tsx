import { Button } from '@mantine/core';
import { Page } from './Page.js';

/** What is left when a screen throws, or its bundle could not be fetched after an update of the site. */
export function CrashPage() {
  return (
    <Page title="This page stopped working" slim>
      <p className="measure">Nothing that was saved is lost. Loading the page again usually mends it; if not, tell whoever runs Preceptor for you.</p>
      <div className="row" style={{ marginTop: '1.25rem' }}><Button onClick={() => location.reload()}>Load this page again</Button><a href="/">Go to my start page</a></div>
    </Page>
  );
}
