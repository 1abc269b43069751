import type { Archive } from '../archive/archive.js';
import type { FindingList } from '../findings/finding-list.js';
import type { Limits } from '../limits.js';
import { Lines } from '../markup/lines.js';
import type { PackageStandard } from '../verification.js';
import { checkStyle } from './css.js';
import { checkHtml } from './html.js';
import { Scripts } from './scripts.js';

/** Pages, style sheets and scripts of a package, as far as the limits go: what is larger is not read. */
export async function checkPages(archive: Archive, { standard, launched }: { standard: PackageStandard | null; launched: ReadonlySet<string> }, limits: Limits, findings: FindingList): Promise<void> {
  const scripts = new Scripts(standard, findings);
  let left = limits.allTextBytes;
  for (const { path, bytes } of archive.files) {
    if (!/\.(x?html?|css|m?js)$/i.test(path) || bytes > limits.textBytes || bytes > left) continue;
    left -= bytes;
    const text = (await archive.read(path)).toString('utf8');
    if (/\.css$/i.test(path)) {
      const lines = new Lines(text);
      checkStyle(text, path, (offset) => lines.placeOf(offset), findings);
    } else if (/js$/i.test(path)) {
      const lines = new Lines(text);
      scripts.add(text, path, (offset) => lines.placeOf(offset));
    } else checkHtml(text, path, scripts, findings);
  }
  scripts.finish({ scos: launched.size > 0 });
}
