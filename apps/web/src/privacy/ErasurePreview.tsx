import { useQuery } from 'urql';
import { ErasurePreviewDocument } from '../generated/graphql.js';
import { Loaded } from '../states/Loaded.js';
import { TableBones } from '../states/states.js';
import { plainDay } from '../time/words.js';
import { fateInWords } from './fates.js';

/** What an erasure of somebody would do, before it is done. */
export function ErasurePreview({ account, name }: { account: string; name: string }) {
  const [result, again] = useQuery({ query: ErasurePreviewDocument, variables: { account }, requestPolicy: 'network-only' });
  return (
    <Loaded result={result} value={result.data?.erasurePreview} retry={() => again({ requestPolicy: 'network-only' })} what="preview" need="administrators" skeleton={<TableBones rows={5} />}>
      {({ lines, texts, keptUntil, certificatesKept, certificatesDeleted, oldRecords }) => (
        <div className="stack wide">
          <h3>What is kept of {name}, and what would become of it</h3>
          <table className="grid folds">
            <caption className="unseen">What is kept of {name}, and what would become of it</caption>
            <thead><tr><th scope="col">What</th><th scope="col" className="number">Records</th><th scope="col">When erased</th></tr></thead>
            <tbody>{lines.map(({ what, becomes, rows }) => <tr key={what}><th scope="row">{what}</th><td data-label="Records" className="number">{rows.toLocaleString('en')}</td><td data-label="When erased">{fateInWords(becomes)}</td></tr>)}</tbody>
          </table>
          <ul>
            <li>{texts === 0 ? 'No reflection, typed answer, remark or reason stands in what is kept.' : `${texts.toLocaleString('en')} ${texts === 1 ? 'text is' : 'texts are'} taken out: reflections, typed answers, remarks and reasons of staff.`}</li>
            {certificatesKept > 0 && <li>{certificatesKept === 1 ? 'One certificate stays' : `${certificatesKept} certificates stay`} as issued, with the name on it: law wants records of continuing education for six years, here until {keptUntil === null ? 'then' : plainDay(keptUntil)}.</li>}
            {certificatesDeleted > 0 && <li>{certificatesDeleted === 1 ? 'One certificate is' : `${certificatesDeleted} certificates are`} older than that, and deleted.</li>}
            {oldRecords > 0 && <li>{oldRecords === 1 ? 'One course' : `${oldRecords} courses`} ended more than six years ago: all records of it are deleted.</li>}
          </ul>
        </div>
      )}
    </Loaded>
  );
}
