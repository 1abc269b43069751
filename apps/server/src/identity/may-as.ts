import type { Role } from './actor.js';

/** Whether a role fits a rule. An observer sees what a coordinator sees, and changes nothing. */
export const mayAs = (role: Role, rule: string, changing: boolean): boolean => role === rule || (role === 'OBSERVER' && rule === 'COORDINATOR' && !changing);
