import { Composer, Lexer, Parser, type CST, type Document } from 'yaml';
import { maxPerFile, type Reporter } from '../diagnostics/diagnostic.js';
import type { SourceText } from '../files/source-text.js';
import { isStackOverflow } from '../stack-overflow.js';
import { toValue } from './value.js';
import { YamlFile } from './yaml-file.js';

/** Most levels of mappings and lists in each other; the deepest file of a course has seven. */
const maxDepth = 64;
/** The parser holds one token for each level on its stack, and the document and a scalar besides. */
const maxStack = maxDepth + 2;

export const yamlOptions = { version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false, merge: false } as const;

/**
 * Parses YAML, bounded in depth and in what aliases may grow to, and reports what is wrong with it.
 * `range`: the part of the file that is YAML, where it is not the whole. null: there is no value to go on with.
 */
export function parseYaml(source: SourceText, reporter: Reporter, range?: { start: number; end: number }): YamlFile | null {
  const base = range?.start ?? 0;
  const text = range === undefined ? source.text : source.text.slice(range.start, range.end);
  let documents: Document[];
  try {
    documents = compose(text);
  } catch (error) {
    if (!(error instanceof TooDeep) && !isStackOverflow(error)) throw error;
    const at = error instanceof TooDeep ? base + error.offset : base;
    reporter.report('yaml-too-deep', source, source.span(at, at + 1), `Values are nested more than ${maxDepth} deep here.`);
    return null;
  }
  const [first, second] = documents;
  if (second !== undefined) {
    const at = base + (second.range?.[0] ?? 0);
    reporter.report('yaml-several-documents', source, source.span(at, at + 3), 'A second YAML document begins here.');
  }
  if (first === undefined) return new YamlFile(source, null, null, new Map(), base);
  for (const problem of [...first.errors, ...first.warnings].slice(0, maxPerFile + 1)) {
    const name = problem.code === 'TAG_RESOLVE_FAILED' ? 'yaml-tag' : 'yaml-syntax';
    reporter.report(name, source, source.span(base + problem.pos[0], base + problem.pos[1]), sentence(problem.message));
  }
  if (first.errors.length > 0) return null;
  const converted = toValue(first.contents, { source, base, reporter });
  if (converted === null) return null;
  return new YamlFile(source, converted.value, first.contents, converted.anchors, base);
}

class TooDeep extends Error {
  constructor(readonly offset: number) { super('too deep'); }
}

function compose(text: string): Document[] {
  const documents: Document[] = [];
  // The library makes an Error for each problem. Traces of the stack, which nobody reads, are most of the time that a file of garbage takes.
  const usual = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    collect(text, documents);
  } finally {
    Error.stackTraceLimit = usual;
  }
  return documents;
}

function collect(text: string, documents: Document[]): void {
  for (const document of new Composer(yamlOptions).compose(tokens(text), true, text.length)) {
    documents.push(document);
    if (documents.length === 2) break;
  }
}

function* tokens(text: string): Generator<CST.Token> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > maxStack) throw new TooDeep(parser.offset);
  }
  yield* parser.end();
}

function sentence(message: string): string {
  const line = message.split('\n')[0] ?? message;
  const bounded = line.length > 200 ? `${line.slice(0, 200)}…` : line;
  return /[.!?]$/.test(bounded) ? bounded : `${bounded}.`;
}
