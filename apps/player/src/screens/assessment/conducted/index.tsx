import type { Conduct } from '../../../delivery/conduct.js';
import type { AssessmentScreens } from '../../../session/assessment-screens.js';
import { ConductedIntroduction } from './introduction.js';
import { ConductedResults } from './results.js';
import { ConductedTaking } from './taking.js';

/** The screens of an assessment that a server conducts: with its rules, breaks and one live session. */
export const conductedScreens = (conduct: Conduct): AssessmentScreens => ({
  Introduction: (props) => <ConductedIntroduction {...props} conduct={conduct} />,
  Taking: (props) => <ConductedTaking {...props} conduct={conduct} />,
  Results: (props) => <ConductedResults {...props} conduct={conduct} />,
});
