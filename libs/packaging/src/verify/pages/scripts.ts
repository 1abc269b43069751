import { parse } from 'acorn';
import type { FindingList, Place } from '../findings/finding-list.js';
import type { FindingName } from '../findings/registry.js';
import type { PackageStandard } from '../verification.js';
import { checkAddress } from './address.js';
import { isNode, lastName, textOf, unitsOf, type AnyNode, type Unit } from './units.js';

const sinks = ['LMSCommit', 'LMSFinish', 'Commit', 'Terminate'];

/** Every script of a package, looked at one by one as they are added and as a whole at the end. */
export class Scripts {
  readonly #units: Unit[] = [];
  #mentions12 = false;
  #mentions2004 = false;
  #count = 0;
  #unload: { file: string; place: Place } | null = null;

  constructor(
    private readonly standard: PackageStandard | null,
    private readonly findings: FindingList,
  ) {}

  /** A script; `placeOf` turns its offsets into places of the file. */
  add(code: string, file: string, placeOf: (offset: number) => Place): void {
    this.#take(code, file, placeOf, 'live');
  }

  /** What stands in an attribute such as onclick. */
  addHandler(code: string, event: string, file: string, place: Place): void {
    this.#take(`(function(){${code}\n})`, file, () => place, /^(before)?unload$/.test(event) ? 'unload' : 'live');
  }

  /** What only all scripts together tell. `scos`: whether the package has any page that must talk to an LMS. */
  finish({ scos }: { scos: boolean }): void {
    this.#unloadOnly();
    if (!scos || this.standard === null || this.standard === 'cmi5') return;
    const other = this.standard === 'scorm-1.2' ? this.#mentions2004 && !this.#mentions12 : this.#mentions12 && !this.#mentions2004;
    if (other) this.findings.add('api-edition', '', null, this.standard === 'scorm-1.2' ? 'The manifest says SCORM 1.2; the scripts look for the API of SCORM 2004.' : 'The manifest says SCORM 2004; the scripts look for the API of SCORM 1.2.');
    else if (!this.#mentions12 && !this.#mentions2004) this.findings.add('api-unused', '', null, this.#count === 0 ? 'There is no script in the package.' : 'No script in the package names a call of the API.');
  }

  #take(code: string, file: string, placeOf: (offset: number) => Place, kind: 'live' | 'unload'): void {
    this.#count += 1;
    this.#mentions12 ||= code.includes('LMSInitialize');
    this.#mentions2004 ||= code.includes('API_1484_11');
    const told = new Map<FindingName, { place: Place; what: string; count: number }>();
    const tell = (name: FindingName, node: AnyNode, what: string): void => {
      const before = told.get(name);
      if (before === undefined) told.set(name, { place: placeOf(node.start), what, count: 1 });
      else before.count += 1;
    };
    try {
      const program = parsed(code);
      for (const unit of unitsOf(program, kind, (node) => this.#look(node, file, placeOf, tell))) {
        this.#units.push(unit);
        if (unit.kind === 'unload') this.#unload ??= { file, place: placeOf(0) };
      }
    } catch (error) {
      const at = error instanceof SyntaxError && 'pos' in error ? Number(error.pos) : 0;
      this.findings.add('script-unreadable', file, placeOf(at), `The script cannot be parsed: ${error instanceof SyntaxError ? error.message.replace(/ \(\d+:\d+\)$/, '') : 'it is nested too deeply'}.`);
    }
    for (const [name, { place, what, count }] of told) this.findings.add(name, file, place, count === 1 ? `${what} is used.` : `${what} is used, here and ${count - 1} times more in this script.`);
  }

  #look(node: AnyNode, file: string, placeOf: (offset: number) => Place, tell: (name: FindingName, node: AnyNode, what: string) => void): void {
    if (node.type === 'AssignmentExpression' && lastName(node['left']) === 'src') this.#address(node['right'], file, placeOf);
    if (node.type === 'ImportExpression' || node.type === 'ImportDeclaration') this.#address(node['source'], file, placeOf);
    if ((node.type !== 'CallExpression' && node.type !== 'NewExpression') || !Array.isArray(node['arguments'])) return;
    const parameters = node['arguments'] as unknown[];
    const callee = node['callee'];
    const name = lastName(callee) ?? '';
    const owner = isNode(callee) && callee.type === 'MemberExpression' ? lastName(callee['object']) : null;
    const global = owner === null ? isNode(callee) && callee.type === 'Identifier' : ['window', 'self', 'top', 'parent', 'globalThis'].includes(owner);
    if (global && name === 'eval') tell('eval-used', node, 'eval');
    if (global && name === 'Function') tell('eval-used', node, 'Function with a text');
    if (global && ['setTimeout', 'setInterval'].includes(name) && textOf(parameters[0]) !== null) tell('eval-used', node, `${name} with a text`);
    if (owner === 'document' && ['write', 'writeln'].includes(name)) tell('document-write', node, `document.${name}`);
    if (global && ['alert', 'confirm', 'prompt'].includes(name)) tell('dialog-used', node, name);
    if ((global && ['fetch', 'importScripts', 'Worker', 'WebSocket', 'EventSource', 'Image'].includes(name))) this.#address(parameters[0], file, placeOf);
    if (name === 'open' && /^(GET|POST|PUT)$/i.test(textOf(parameters[0]) ?? '')) this.#address(parameters[1], file, placeOf);
    if (name === 'setAttribute' && textOf(parameters[0]) === 'src') this.#address(parameters[1], file, placeOf);
    const small = this.standard === 'scorm-1.2' || this.standard === 'scorm-2004-2';
    if (small && textOf(parameters[0]) === 'cmi.suspend_data' && isNode(parameters[1]) && parameters[1].type === 'CallExpression' && lastName(parameters[1]['callee']) === 'stringify') this.findings.add('suspend-data-risk', file, placeOf(node.start), 'A whole object is written as JSON into suspend data.');
  }

  #address(node: unknown, file: string, placeOf: (offset: number) => Place): void {
    const text = textOf(node);
    if (text !== null && isNode(node)) checkAddress(text, file, placeOf(node.start), this.findings);
  }

  /** Something is sent on unload, and nothing that runs at any other time sends anything. */
  #unloadOnly(): void {
    if (this.#unload === null) return;
    const reached = (kind: 'live' | 'unload'): boolean => {
      const waiting = this.#units.filter((unit) => unit.kind === kind);
      const seen = new Set(waiting);
      const names = new Set<string>();
      for (let unit = waiting.pop(); unit !== undefined; unit = waiting.pop()) {
        for (const use of unit.uses) names.add(use);
        if (waiting.length > 0) continue;
        for (const other of this.#units) {
          if (other.kind === 'named' && !seen.has(other) && [...other.names].some((name) => names.has(name))) {
            seen.add(other);
            waiting.push(other);
          }
        }
      }
      return sinks.some((sink) => names.has(sink));
    };
    if (reached('unload') && !reached('live')) this.findings.add('unload-only', this.#unload.file, this.#unload.place, 'Results are committed when the page is unloaded, and at no other time.');
  }
}

/** As a script, and where that fails as a module. */
function parsed(code: string): AnyNode {
  const options = { ecmaVersion: 'latest', allowReturnOutsideFunction: true, allowHashBang: true } as const;
  try {
    return parse(code, { ...options, sourceType: 'script' }) as unknown as AnyNode;
  } catch (error) {
    try {
      return parse(code, { ...options, sourceType: 'module' }) as unknown as AnyNode;
    } catch {
      throw error;
    }
  }
}
