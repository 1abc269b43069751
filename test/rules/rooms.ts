/**
 * The rules between rooms (docs/house.md), checked over the import graph of every source file.
 * Each violation names the file, the import and the rule that it breaks.
 */
import { builtinModules } from 'node:module';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';

/** From what everything rests on to what rests on everything: a room imports only from rooms before it. */
const order = ['assessment', 'course', 'tracking', 'packaging'];
const frameworks = /^(@nestjs\/|typeorm$|fastify$|@fastify\/|graphql$|@apollo\/|@as-integrations\/|react$|react-dom|preact)/;
const browserRooms: Record<string, (file: string) => boolean> = { assessment: () => true, tracking: () => true, course: (file) => /\/src\/(compiled|delivery)\.ts$/.test(file) };
/** Hands every module's tables to the database, and reads none of them. */
const compositionRoot = 'apps/server/src/features.ts';
const vagueNames = /^(utils?|helpers?|common|misc|shared|manager)(\.|$)/;

export interface Violation { file: string; imports: string; rule: string }
interface Import { path: string; /** erased when types are stripped */ typeOnly: boolean }
type Graph = Map<string, string[]>;

/** Every import below `root` (the folder that holds apps/ and libs/) that breaks a rule. */
export async function roomViolations(root: string): Promise<Violation[]> {
  const files = await sourceFiles(root);
  const graph: Graph = new Map();
  const violations: Violation[] = [];
  for (const file of files) {
    const imports = importsOf(await readFile(join(root, file), 'utf8'));
    graph.set(file, imports.filter(({ path }) => path.startsWith('.')).flatMap(({ path }) => resolveSource(root, file, path) ?? []));
    if (file.split('/').some((part) => vagueNames.test(part))) violations.push({ file, imports: '(its own name)', rule: 'nothing is named utils, helpers, common, misc, shared or manager' });
    if (/\.test\.tsx?$|\/contract\.ts$/.test(file)) continue;
    for (const imported of imports) {
      const rule = brokenRule(root, file, imported);
      if (rule !== undefined) violations.push({ file, imports: imported.path, rule });
    }
  }
  for (const circle of circles(graph)) violations.push({ file: circle[0] ?? '', imports: circle.slice(1).join(' -> '), rule: 'rule 2: no circle of imports, at file level either' });
  return violations;
}

function brokenRule(root: string, file: string, { path, typeOnly }: Import): string | undefined {
  const [kind = '', room = ''] = file.split('/');
  const target = path.startsWith('.') ? relative(root, resolve(root, dirname(file), path)).split('/') : (/^@preceptor\/([^/]+)/.exec(path)?.[1] ?? null);
  const targetRoom = Array.isArray(target) ? target[1] ?? null : target;
  const targetIsApp = Array.isArray(target) ? target[0] === 'apps' : targetRoom !== null && !order.includes(targetRoom);
  if (Array.isArray(target) && (target[0] !== kind || target[1] !== room)) return 'rule 2: another room is imported by its package name, not by a path into it';
  if (kind === 'libs') {
    if (targetIsApp || frameworks.test(path)) return 'rule 1: libs/ knows nothing of apps/, Nest, TypeORM, Fastify, GraphQL or a screen library';
    if (targetRoom !== null && order.indexOf(targetRoom) > order.indexOf(room)) return 'rule 2: imports go assessment <- course <- tracking <- packaging <- apps';
    if (browserRooms[room]?.(file) && (path.startsWith('node:') || builtinModules.includes(path))) return 'rule 1: assessment, tracking and the types of course also run in a browser, so they use no Node API';
  }
  if (kind === 'apps' && !Array.isArray(target) && targetIsApp && targetRoom !== room && targetRoom !== null) return 'rule 2: one app does not import another';
  if (file.startsWith('apps/server/src/') && file !== compositionRoot && Array.isArray(target)) {
    const mine = file.split('/')[3];
    const [, , , theirs, ...rest] = target;
    if (theirs !== undefined && mine !== theirs && /\.entity\.js$/.test(rest.join('/')) && !file.includes('/migrations/')) return "rule 3: a module owns its tables; ask its service, do not read another module's entity";
  }
  return (typeOnly ? undefined : resolverRule(file, path)) ?? playerRule(file, path);
}

/** Rule 4: a resolver translates and authorises; it does not query, and it computes no score. */
function resolverRule(file: string, path: string): string | undefined {
  if (!/\.resolver\.ts$/.test(file)) return undefined;
  if (/\.entity\.js$/.test(path) || path === 'typeorm' || path === '@nestjs/typeorm') return 'rule 4: a resolver asks a service; it does not touch the database';
  return undefined;
}

/** Rule 5: only a tracker's own folder, and the companion script that carries it, know its standard; the screens see the Tracker interface. */
function playerRule(file: string, path: string): string | undefined {
  if (!file.startsWith('apps/player/src/') || /^apps\/player\/src\/(trackers|companions)\//.test(file)) return undefined;
  if (/trackers\/(hosted|scorm-1\.2|scorm-2004|cmi5|standalone)\//.test(path)) return 'rule 5: the player has one Tracker interface; it does not import an adapter of one standard';
  return undefined;
}

/** What a file imports or re-exports. Types count as well: a circle of types is a circle for the reader. */
function importsOf(source: string): Import[] {
  const pattern = /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
  return [...source.matchAll(pattern)].flatMap((match) => {
    const path = match[2] ?? match[3];
    return path === undefined ? [] : { path, typeOnly: match[1] !== undefined };
  });
}

function resolveSource(root: string, file: string, path: string): string | undefined {
  const base = join(dirname(file), path.replace(/\.jsx?$/, ''));
  return [`${base}.ts`, `${base}.tsx`, `${base}/index.ts`, `${base}/index.tsx`].find((candidate) => existsSync(join(root, candidate)));
}

/** Circles by depth-first search; each is named once, from its first file in the alphabet. */
function circles(graph: Graph): string[][] {
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    state.set(file, 'open');
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      if (state.get(next) === 'open') found.push([...path.slice(path.indexOf(next)), next]);
      else if (!state.has(next)) visit(next);
    }
    path.pop();
    state.set(file, 'done');
  };
  for (const file of [...graph.keys()].sort()) if (!state.has(file)) visit(file);
  return found;
}

async function sourceFiles(root: string): Promise<string[]> {
  const found: string[] = [];
  for (const top of ['libs', 'apps']) {
    for (const room of await readdir(join(root, top)).catch(() => [])) {
      const entries = await readdir(join(root, top, room, 'src'), { withFileTypes: true, recursive: true }).catch(() => []);
      for (const entry of entries) if (entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('/generated')) found.push(relative(root, join(entry.parentPath, entry.name)));
    }
  }
  return found.sort();
}
