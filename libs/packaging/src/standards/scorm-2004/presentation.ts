import type { PackageOptions } from '@preceptor/course/compiled';
import { element, type XmlElement } from '../../xml.js';
import type { Edition } from './edition.js';

/** What of the LMS's own navigation is hidden while a part is open (CAM 5.2.1), where that is asked for. */
export function presentation(edition: Edition, options: PackageOptions, partCount: number): XmlElement | false {
  const hidden = hiddenControls(edition, options, partCount);
  return hidden.length > 0 && element('adlnav:presentation', {}, element('adlnav:navigationInterface', {}, ...hidden.map((control) => element('adlnav:hideLMSUI', {}, control))));
}

function hiddenControls({ hidesAbandonAll }: Edition, { hideLmsNavigation, order }: PackageOptions, partCount: number): string[] {
  if (!hideLmsNavigation) return [];
  // Without a menu to choose from, "next" is the only way onwards.
  const onwards = partCount > 1 && order === 'forward-only' ? [] : ['continue'];
  // To abandon is to throw away what this session recorded.
  return [...onwards, 'previous', 'abandon', ...(hidesAbandonAll ? ['abandonAll'] : [])];
}
