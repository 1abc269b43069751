/** One kind of error that a caller can meet, as docs/errors.md lists it. */
export interface ErrorKind {
  /** HTTP status where the error leaves by a plain route. */
  status: number;
  /** The sentence that the caller reads, unless the place that throws has a better one. */
  says: string;
  /** When it happens and what to do, for the manual. */
  when: string;
}
/** Something that the caller did or met: a stable code, a sentence, and the path of the input at fault. */
export class Problem extends Error {
  constructor(readonly code: string, message: string, readonly status: number, readonly inputPath: string[] | null) {
    super(message);
    this.name = 'Problem';
  }
}
export interface ErrorTable { module: string; kinds: Record<string, ErrorKind> }
type Make = (detail?: { says?: string; path?: string[] }) => Problem;

/** Declares a module's errors: one maker for each code, and the table that the manual is made from. */
export function defineErrors<K extends string>(module: string, kinds: Record<K, ErrorKind>): Record<K, Make> & { table: ErrorTable } {
  const makers = Object.fromEntries(Object.entries<ErrorKind>(kinds).map(([code, kind]) => {
    const make: Make = (detail = {}) => new Problem(code, detail.says ?? kind.says, kind.status, detail.path ?? null);
    return [code, make];
  }));
  return Object.assign(makers as Record<K, Make>, { table: { module, kinds } });
}

/** docs/errors.md: every code of every module. */
export function errorsReference(tables: ErrorTable[]): string {
  const lines = [
    '# Errors of the API', '',
    'Generated from the code by `npm run generate`. A GraphQL error carries its code in `extensions.code` and, where an input is at fault, the path to it in `extensions.path`. A plain HTTP route answers with the status below and `{"code", "message"}`.', '',
  ];
  for (const table of tables) {
    lines.push(`## ${table.module}`, '', '| code | HTTP | says | when, and what to do |', '| --- | --- | --- | --- |');
    for (const [code, kind] of Object.entries(table.kinds)) lines.push(`| \`${code}\` | ${kind.status} | ${kind.says} | ${kind.when} |`);
    lines.push('');
  }
  return lines.join('\n');
}
