import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Page } from '../frame/Page.js';
import { useHasRole } from '../session/Session.js';
import { NoPermission } from '../states/states.js';
import { MailsList } from './MailsList.js';

/** All mails of the organisation. */
export function Mails() {
  const coordinates = useHasRole('COORDINATOR', 'ADMINISTRATOR');
  const search = useSearch({ from: '/mails' });
  const navigate = useNavigate({ from: '/mails' });
  return (
    <Page title="Mails" actions={coordinates && <><Link to="/mails/unsubscribed">Unsubscribed</Link><Link to="/mails/wording">Wording and quiet hours</Link></>}>
      {coordinates ? <MailsList search={search} change={(next) => void navigate({ search: next })} /> : <NoPermission need="coordinators" />}
    </Page>
  );
}
