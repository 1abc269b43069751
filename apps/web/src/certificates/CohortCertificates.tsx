import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { CohortScreen } from '../coordinator/CohortScreen.js';
import { useHasRole } from '../session/Session.js';
import { Cases } from './Cases.js';
import { SettingsForm } from './SettingsForm.js';
import './certificates.css';

/** Who waits for a certificate of this cohort, who has one, and how they come about. */
export function CohortCertificates() {
  const { cohort: id } = useParams({ from: '/cohorts/$cohort/certificates' });
  const coordinates = useHasRole('COORDINATOR', 'ADMINISTRATOR');
  const [turn, setTurn] = useState(0);
  return (
    <CohortScreen id={id} title="Certificates" lead="Who has earned one, who waits for you, and which are valid." actions={<Button component="a" variant="default" href={`/cohorts/${id}/certificates.zip`} download>Download all as a zip</Button>}>
      {() => (
        <div className="stack wide">
          <Cases key={turn} cohort={id} coordinates={coordinates} />
          <section aria-labelledby="how" className="stack">
            <h2 id="how">How they come about</h2>
            <p className="quiet measure">Changes hold for certificates that are issued from now on. How they look is the <Link to="/organisation/certificates">organisation’s template</Link>.</p>
            <SettingsForm cohort={id} editable={coordinates} onSaved={() => setTurn((now) => now + 1)} />
          </section>
        </div>
      )}
    </CohortScreen>
  );
}
