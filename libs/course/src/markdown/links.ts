import { mediaType } from '../media/types.js';
import type { MarkdownTask, Positioned } from './task.js';

/** What an `a` element needs to lead to an address; null: the link is taken out, and why is reported. */
export function linkProperties(task: MarkdownTask, node: Positioned, address: string): Record<string, string | string[]> | null {
  const bare = address.replace(/[\p{Cc}\s]/gu, '');
  if (/^https?:\/\//i.test(bare)) return { href: address, target: '_blank', rel: ['noopener', 'noreferrer'] };
  if (/^(mailto|tel):/i.test(bare)) return { href: address };
  if (/^[a-z][a-z0-9+.-]*:/i.test(bare) || /^[\\/]{2}/.test(bare)) {
    task.report('unsafe-url', node, `The address "${bare.slice(0, 60)}" is not safe and was removed.`);
    return null;
  }
  const found = task.setting.media.resolve(address);
  if (found.is === 'file') {
    if (mediaType(found.path) !== null) return { href: encodeURI(found.path), target: '_blank' };
    task.report('media-type', node, `Courses do not hold files such as ${found.path}.`);
    return null;
  }
  if (found.is === 'missing') {
    task.report('media-missing', node, `There is no file ${found.path.slice(0, 80)}.`, found.near === null ? undefined : `Did you mean "${found.near}"?`);
    return null;
  }
  if (address.startsWith('media/')) {
    task.report('media-outside', node, `"${address.slice(0, 80)}" is not a path under media/.`);
    return null;
  }
  task.report('dead-link', node, `"${bare.slice(0, 60)}" is neither a full address nor a file under media/.`);
  return null;
}
