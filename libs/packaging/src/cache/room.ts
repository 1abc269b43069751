import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Milliseconds for which a package that was asked for is not removed: somebody may be about to read it. */
const inUse = 60_000;
/** What was begun this long ago is being made no more. Milliseconds. */
const abandoned = 24 * 60 * 60 * 1000;

/** Removes the packages that were used longest ago until the rest fits, and what killed processes left. Never throws. */
export async function makeRoom(folder: string, maxBytes: number, justMade: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const now = Date.now();
  const found = await Promise.all(names.map(async (name) => ({ name, ...(await sizeAndTime(join(folder, name))) })));
  for (const { name, changed } of found) if (name.includes('.making') && changed < now - abandoned) await remove(folder, name);
  const used = new Map(found.filter(({ name }) => name.endsWith('.json')).map(({ name, changed }) => [name.slice(0, -'.json'.length), changed]));
  const packages = found.filter(({ name }) => name.endsWith('.zip')).map(({ name, bytes, changed }) => ({ key: name.slice(0, -'.zip'.length), bytes, used: used.get(name.slice(0, -'.zip'.length)) ?? changed }));
  let kept = 0;
  for (const each of packages.sort((a, b) => b.used - a.used)) {
    kept += each.bytes;
    if (kept <= maxBytes || each.key === justMade || each.used > now - inUse) continue;
    await remove(folder, `${each.key}.json`);
    await remove(folder, `${each.key}.zip`);
    kept -= each.bytes;
  }
}

async function sizeAndTime(path: string): Promise<{ bytes: number; changed: number }> {
  return stat(path).then(({ size, mtimeMs }) => ({ bytes: size, changed: mtimeMs }), () => ({ bytes: 0, changed: 0 }));
}

function remove(folder: string, name: string): Promise<void> {
  return rm(join(folder, name), { force: true }).catch(() => undefined);
}
