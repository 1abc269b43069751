import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { safeParsing, type Xml, type XmlElement } from '../markup/xml.js';
import type { PackageStandard } from '../verification.js';
import { schemaSets } from './sets.js';

export interface SchemaError { line: number; message: string }
export interface SchemaResult {
  errors: SchemaError[];
  /** elements of namespaces that the standard does not know: allowed, and not checked */
  extensions: XmlElement[];
  /** whether there are schemas of this standard at all */
  checked: boolean;
}

const schemas = join(import.meta.dirname, '../../../schemas');
/** Names that no file and no network address has. */
const scheme = 'preceptor-schema:';
const lom = new Set(['http://ltsc.ieee.org/xsd/LOM', 'http://ltsc.ieee.org/xsd/LOM/vocab']);
const alwaysKnown = new Set(['http://www.w3.org/XML/1998/namespace', 'http://www.w3.org/2001/XMLSchema-instance', '']);
let registered = false;

/** What the schemas of an edition say about a manifest. Nothing that the manifest names is loaded. */
export async function validate({ text, root }: Xml, standard: PackageStandard): Promise<SchemaResult> {
  const { folder, namespaces } = schemaSets[standard];
  const known = new Set<string>([...Object.keys(namespaces), ...alwaysKnown]);
  const outside = foreignParts(root, known);
  const extensions = outside.elements.filter(({ namespace }) => !lom.has(namespace));
  if (!existsSync(join(schemas, folder))) return { errors: [], extensions, checked: false };
  const libxml = await import('libxml2-wasm');
  registered ||= provideSchemas(libxml);
  return { errors: errorsBy(libxml, folder, namespaces, blanked(text, [...outside.elements, ...outside.attributes])), extensions, checked: true };
}

type LibXml = typeof import('libxml2-wasm');

function errorsBy(libxml: LibXml, folder: string, namespaces: Record<string, string>, manifest: string): SchemaError[] {
  const imports = Object.entries(namespaces).map(([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`);
  const open: { dispose: () => void }[] = [];
  const kept = <T extends { dispose: () => void }>(made: T): T => {
    open.unshift(made);
    return made;
  };
  try {
    const schema = kept(libxml.XmlDocument.fromString(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`, { url: `${scheme}/${folder}/all.xsd` }));
    const validator = kept(libxml.XsdValidator.fromDoc(schema));
    const document = kept(libxml.XmlDocument.fromString(manifest, { option: safeParsing(libxml) }));
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof libxml.XmlLibError)) throw error;
    // An element that fails its type is told twice: once for the value, once for the element.
    const seen = new Set<string>();
    return error.details.map(({ line, message }) => ({ line, message: readable(message) })).filter(({ line, message }) => !seen.has(`${line} ${message}`) && seen.add(`${line} ${message}`));
  } finally {
    for (const made of open) made.dispose();
  }
}

/** Top elements and attributes of namespaces outside of the standard. */
function foreignParts(root: XmlElement, known: ReadonlySet<string>): { elements: XmlElement[]; attributes: { offset: number; end: number }[] } {
  const elements: XmlElement[] = [];
  const attributes: { offset: number; end: number }[] = [];
  const waiting = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (element !== root && !known.has(element.namespace)) {
      elements.push(element);
      continue;
    }
    attributes.push(...element.attributes.filter(({ namespace }) => !known.has(namespace)));
    waiting.push(...element.children);
  }
  return { elements, attributes };
}

/** White space instead of the parts, line by line, so that places stay what they were. */
function blanked(text: string, parts: readonly { offset: number; end: number }[]): string {
  let at = 0;
  let result = '';
  for (const { offset, end } of [...parts].sort((a, b) => a.offset - b.offset)) {
    result += text.slice(at, offset) + text.slice(offset, end).replace(/[^\r\n]/g, ' ');
    at = end;
  }
  return result + text.slice(at);
}

/** `{http://…}` before every name helps nobody. */
function readable(message: string): string {
  return message.trim().replaceAll(/\{[^}\s]*\}/g, '').replace(/^Element '([^']*)'(?:, attribute '([^']*)')?: /, (_, element: string, attribute: string | undefined) => (attribute === undefined ? `<${element}>: ` : `${attribute} of <${element}>: `));
}

/**
 * The published imsmd_rootv1p2p1.xsd ends its types in a wildcard for any namespace, its own too, which makes them
 * ambiguous (XML Schema, Unique Particle Attribution), and libxml2 refuses it. Narrowed to other namespaces it validates.
 */
function provideSchemas({ XmlBufferInputProvider, xmlRegisterInputProvider }: LibXml): boolean {
  const files = readdirSync(schemas, { recursive: true }).map(String).filter((name) => /\.(xsd|dtd)$/.test(name));
  const texts = files.map((name) => [`${scheme}/${name.replaceAll('\\', '/')}`, Buffer.from(readFileSync(join(schemas, name), 'utf8').replaceAll('namespace="##any"', 'namespace="##other"'))] as const);
  return xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(texts)));
}
