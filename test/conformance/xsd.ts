import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XmlDocument, XmlLibError, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

let registered = false;

/**
 * What is wrong with the manifest of an unzipped package by the schemas that lie beside it in the package: one line for
 * each error, of the schemas as well as of the manifest; empty when it is valid.
 */
export function schemaErrors(folder: string, manifest: string, namespaces: Record<string, string>): string[] {
  return manifestErrors(folder, [manifest], namespaces);
}

/** The same for many manifests at once: the schemas of the folder are read once. */
export function manifestErrors(folder: string, manifests: readonly string[], namespaces: Record<string, string>): string[] {
  registered ||= xmlRegisterFsInputProviders();
  const missing = Object.values(namespaces).filter((file) => !readdirSync(folder).includes(file));
  if (missing.length > 0) return missing.map((file) => `${file} is not in the package`);
  const schemas = readableSchemas(folder);
  try {
    return errorsBy(schemas, manifests, namespaces);
  } finally {
    rmSync(schemas, { recursive: true });
  }
}

function errorsBy(schemas: string, manifests: readonly string[], namespaces: Record<string, string>): string[] {
  const imports = Object.entries(namespaces).map(([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`);
  const all = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`;
  const open: Disposable[] = [];
  try {
    const schema = XmlDocument.fromString(all, { url: join(schemas, 'all-schemas.xsd') });
    open.unshift(schema);
    const validator = XsdValidator.fromDoc(schema);
    open.unshift(validator);
    return manifests.flatMap((manifest) => errorsIn(validator, manifest));
  } catch (error) {
    return linesOf(error);
  } finally {
    for (const document of open) document[Symbol.dispose]();
  }
}

function errorsIn(validator: XsdValidator, manifest: string): string[] {
  const document = XmlDocument.fromString(manifest);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    return linesOf(error);
  } finally {
    document.dispose();
  }
}

function linesOf(error: unknown): string[] {
  if (!(error instanceof XmlLibError)) throw error;
  return error.details.length === 0 ? [error.message] : error.details.map(({ file, line, message }) => `${file ?? 'manifest'}:${line}: ${message.trim()}`);
}

/**
 * The published imsmd_rootv1p2p1.xsd ends its types in a wildcard for any namespace, its own too, which makes them
 * ambiguous (XML Schema, Unique Particle Attribution), and libxml2 refuses it. Narrowed to other namespaces, which is
 * the stricter reading, it validates.
 */
function readableSchemas(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'preceptor-schemas-'));
  for (const name of readdirSync(folder).filter((file) => /\.(xsd|dtd)$/.test(file))) {
    writeFileSync(join(copy, name), readFileSync(join(folder, name), 'utf8').replaceAll('namespace="##any"', 'namespace="##other"'));
  }
  return copy;
}

const scorm2004 = {
  'http://www.imsglobal.org/xsd/imscp_v1p1': 'imscp_v1p1.xsd',
  'http://www.adlnet.org/xsd/adlcp_v1p3': 'adlcp_v1p3.xsd',
  'http://www.adlnet.org/xsd/adlseq_v1p3': 'adlseq_v1p3.xsd',
  'http://www.adlnet.org/xsd/adlnav_v1p3': 'adlnav_v1p3.xsd',
  'http://www.imsglobal.org/xsd/imsss': 'imsss_v1p0.xsd',
  'http://ltsc.ieee.org/xsd/LOM': 'lom.xsd',
} as const;

/** The namespace and file of every schema that a standard's manifest is written against. */
export const manifestSchemas = {
  'scorm-1.2': {
    'http://www.imsproject.org/xsd/imscp_rootv1p1p2': 'imscp_rootv1p1p2.xsd',
    'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1': 'imsmd_rootv1p2p1.xsd',
    'http://www.adlnet.org/xsd/adlcp_rootv1p2': 'adlcp_rootv1p2.xsd',
  },
  'scorm-2004-2': scorm2004,
  'scorm-2004-3': scorm2004,
  'scorm-2004-4': scorm2004,
  cmi5: { 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd': 'CourseStructure.xsd' },
} as const;
