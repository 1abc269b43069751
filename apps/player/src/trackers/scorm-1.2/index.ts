import { openScorm } from '../scorm/open-scorm.js';
import { scorm12 } from './edition.js';

export const openScorm12 = openScorm(scorm12);
