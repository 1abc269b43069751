import { Page } from './Page.js';

export function NotFound() {
  return <Page title="There is no such page" slim><p>The address may be mistyped. <a href="/">Go to my start page</a></p></Page>;
}
