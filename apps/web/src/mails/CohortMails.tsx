import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { CohortScreen } from '../coordinator/CohortScreen.js';
import { MailsList } from './MailsList.js';
import { Reminders } from './Reminders.js';

/** A cohort's mails, and of what its learners are reminded. */
export function CohortMails() {
  const { cohort: id } = useParams({ from: '/cohorts/$cohort/mails' });
  const search = useSearch({ from: '/cohorts/$cohort/mails' });
  const navigate = useNavigate({ from: '/cohorts/$cohort/mails' });
  return (
    <CohortScreen id={id} title="Mails">
      {() => (
        <div className="stack wide">
          <Reminders cohort={id} />
          <section aria-labelledby="mails" className="stack">
            <h2 id="mails">Mails about this cohort</h2>
            <MailsList search={search} change={(next) => void navigate({ search: next })} cohort={id} />
          </section>
        </div>
      )}
    </CohortScreen>
  );
}
