import { useQuery } from 'urql';
import { MyCertificatesDocument } from '../generated/graphql.js';
import { CertificateLinks } from './CertificateLinks.js';
import './certificates.css';

/** All that a learner has been awarded; nothing where that is nothing. */
export function MyCertificates() {
  const [{ data }] = useQuery({ query: MyCertificatesDocument, requestPolicy: 'cache-and-network' });
  const found = data?.viewer?.certificates;
  if (found === undefined || found.totalCount === 0) return null;
  return (
    <section aria-labelledby="certificates" className="stack">
      <div className="row between"><h2 id="certificates">Certificates</h2><a href="/transcript.pdf" download>Download my transcript</a></div>
      <ul className="lines">{found.nodes.map((certificate) => <li key={certificate.id} className="stack tight"><p><strong>{certificate.course}</strong></p><CertificateLinks certificate={certificate} /></li>)}</ul>
      {found.pageInfo.hasNextPage && <p className="quiet small">The newest fifty are shown; the transcript has them all.</p>}
    </section>
  );
}
