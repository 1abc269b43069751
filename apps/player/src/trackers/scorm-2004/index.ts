import { openScorm } from '../scorm/open-scorm.js';
import { scorm2004 } from './edition.js';

export const openScorm2004 = openScorm(scorm2004);
