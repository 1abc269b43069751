import { stat } from 'node:fs/promises';
import { comparedCourse, diffPackages, identityInZip, NotComparable, type Compared, type DiffSide, type PackageChange, type PackageDiff } from '@preceptor/packaging';
import { errorCount, printDiagnostics } from '../output/diagnostics.js';
import { compiledOf, compilerOf, type Compiled } from '../source.js';
import { CommandError, type ExitCode, type Terminal } from '../terminal.js';

/** `preceptor diff`: what `to` in the place of `from` changes for learners. Each is a package of ours or a course folder. */
export async function diff(from: string, to: string, { json }: { json: boolean }, terminal: Terminal): Promise<ExitCode> {
  const [old, now] = [await sideOf(from, terminal), await sideOf(to, terminal)];
  // A folder is compared as it would be packaged in the way of the other.
  const [was, is] = [
    'course' in old ? comparedCourse(old.course, old.hash, 'course' in now ? null : now.identity) : old.identity,
    'course' in now ? comparedCourse(now.course, now.hash, 'course' in old ? null : old.identity) : now.identity,
  ];
  const result = diffPackages(was, is);
  terminal.out.write(json ? `${JSON.stringify(result, null, 2)}\n` : diffText(result));
  return result.verdict === 'safe' ? 0 : 1;
}

type Side = Compiled | { identity: Compared };

async function sideOf(path: string, terminal: Terminal): Promise<Side> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() !== true) {
    return { identity: await identityInZip(path).catch((error: unknown) => {
      throw error instanceof NotComparable ? new CommandError(2, `${path} ${error.message}.`) : error;
    }) };
  }
  const result = await (await compilerOf(path)).compile();
  const compiled = compiledOf(result);
  if (compiled !== null) return compiled;
  printDiagnostics(result.diagnostics.filter(({ severity }) => severity === 'error'), path, terminal.err);
  throw new CommandError(2, `${path} cannot be compared: its source has ${errorCount(result.diagnostics) === 1 ? 'an error' : 'errors'}.`);
}

const verdicts: Record<PackageDiff['verdict'], string> = { safe: 'Safe to replace', care: 'Replace with care', 'new-activity': 'A new activity is needed' };

/** A diff for people: the verdict first, then why, who meets what, and everything that is different. */
function diffText({ from, to, verdict, reasons, changes, learners }: PackageDiff): string {
  const blocks = [
    `from ${sideText(from)}\nto   ${sideText(to)}`,
    `${verdicts[verdict]}${reasons.length === 0 ? '.' : `:\n${listed(reasons.map(({ message }) => message))}`}`,
    `Learners who completed:\n${listed(learners.completed)}`,
    `Learners in the middle:\n${listed(learners.inTheMiddle)}`,
    changes.length === 0 ? 'Nothing is different.' : `${changes.length} change${changes.length === 1 ? '' : 's'}:\n${changes.map(changeText).join('\n')}`,
  ];
  return `${(changes.length === 0 && reasons.length > 0 ? blocks.slice(0, -1) : blocks).join('\n\n')}\n`;
}

function sideText({ title, version, hash, standard, languages }: DiffSide): string {
  return plain(`${title}, version ${version} (${hash.slice(0, 12)}), ${standard ?? 'a course folder'}, ${languages.join(' ')}`);
}

const signs: Record<PackageChange['change'], string> = { added: '+', gone: '-', moved: '>', renamed: '~', changed: '~' };
const changeText = ({ change, message }: PackageChange): string => `  ${signs[change]} ${message}`;
const listed = (sentences: readonly string[]): string => sentences.map((sentence) => `  - ${sentence}`).join('\n');
/** A title from a stranger's zip steers no terminal. */
const plain = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
