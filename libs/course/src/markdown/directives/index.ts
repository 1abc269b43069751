import { caution, keyPoint, vignette } from './boxes.js';
import { check, reflection, term } from './interactive.js';
import type { DirectiveKind } from './kind.js';
import { audio, figure, video } from './media.js';
import { accordion, panel, tabs } from './panels.js';

export { attribute, type DirectiveForm, type DirectiveKind, type DirectiveNode } from './kind.js';

/** Every directive by the name that authors write. */
export const directives: ReadonlyMap<string, DirectiveKind> = new Map(Object.entries({
  vignette, reflection, 'key-point': keyPoint, caution, check, figure, audio, video, accordion, tabs, panel, term,
} satisfies Record<string, DirectiveKind>));
