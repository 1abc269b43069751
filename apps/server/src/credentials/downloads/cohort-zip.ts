import type { PackageFile } from '@preceptor/packaging';
import { Problem } from '../../platform/problem.js';
import type { CertificateRow } from '../credentials.entity.js';

type Drawn = (rows: readonly CertificateRow[]) => AsyncIterable<{ row: CertificateRow; bytes: Buffer }>;

/** A PDF for each certificate, named so that no two are alike; where one can't be printed a text says so in its place. */
export async function* zipFiles(rows: AsyncIterable<CertificateRow>, drawn: Drawn): AsyncGenerator<PackageFile, void, undefined> {
  let count = 0;
  for await (const row of rows) {
    count += 1;
    const name = `${asciiName(row.facts.learner)}-${row.publicId.slice(0, 8)}`;
    try {
      for await (const { bytes } of drawn([row])) yield { path: `${name}.pdf`, size: bytes.length, type: 'application/pdf', compress: false, source: { bytes } };
    } catch (fault) {
      if (!(fault instanceof Problem)) throw fault;
      yield textFile(`${name}-not-printed.txt`, fault.message);
    }
  }
  if (count === 0) yield textFile('no-certificates.txt', 'No certificate of this cohort is valid.');
}

function textFile(path: string, text: string): PackageFile {
  const bytes = Buffer.from(`${text}\n`);
  return { path, size: bytes.length, type: 'text/plain', compress: true, source: { bytes } };
}

/** A name in the letters that every file system knows. */
const asciiName = (name: string): string => {
  const plain = name.normalize('NFKD').replaceAll(/[\u0300-\u036f]/g, '').replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-|-$/g, '').slice(0, 60);
  return plain === '' ? 'certificate' : plain;
};
