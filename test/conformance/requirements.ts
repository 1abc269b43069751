/** A sentence of a standard, in our words, with the number it stands under. */
export interface Requirement {
  id: string;
  standard: 'SCORM 1.2' | 'SCORM 2004 4th Ed.' | 'cmi5';
  /** book and section */
  section: string;
  says: string;
}

/**
 * What the standards ask of a package, of a SCO and of an AU, as far as a course of one part can meet it. Tests name the ids
 * that they prove; what no test names is printed.
 */
export const requirements: readonly Requirement[] = [
  r12('12-pif', 'CAM 2.4', 'A package is a zip with imsmanifest.xml at its root'),
  r12('12-manifest-valid', 'CAM 2.3', 'The manifest is valid by the IMS and ADL schemas'),
  r12('12-schemas', 'CAM 2.3.1', 'The schemas that the manifest refers to are in the package'),
  r12('12-schemaversion', 'CAM 2.3.2.1', 'schema is "ADL SCORM" and schemaversion "1.2"'),
  r12('12-files', 'CAM 2.3.2.5', 'Every file of a resource is listed with a relative href'),
  r12('12-masteryscore', 'CAM 2.3.2.4', 'The mastery score is on the scale of the raw score'),
  r12('12-metadata', 'CAM 2.1', 'The aggregation has IMS metadata'),
  r12('12-find-api', 'RTE 3.3.6.1', 'The SCO finds the object API in its parents, or in its opener and its parents'),
  r12('12-initialize', 'RTE 3.3.2', 'LMSInitialize("") is called before any other call, once'),
  r12('12-finish', 'RTE 3.3.2', 'LMSFinish("") is called once, and nothing after it'),
  r12('12-no-errors', 'RTE 3.3.5', 'No call leaves an error'),
  r12('12-status', 'RTE 3.4.4 cmi.core.lesson_status', 'Status ends as passed, failed or completed, and does not fall back'),
  r12('12-score', 'RTE 3.4.4 cmi.core.score', 'raw, min and max are between 0 and 100'),
  r12('12-location', 'RTE 3.4.4 cmi.core.lesson_location', 'The location is at most 255 characters, and the SCO resumes there'),
  r12('12-exit', 'RTE 3.4.4 cmi.core.exit', 'exit is "suspend" while there is something to resume, so that entry is "resume"'),
  r12('12-session-time', 'RTE 3.4.4 cmi.core.session_time', 'Session time is HHHH:MM:SS.SS and is added up over sessions'),
  r12('12-suspend-data', 'RTE 3.4.4 cmi.suspend_data', 'Suspend data has at most 4,096 characters and restores the learner'),
  r12('12-interactions', 'RTE 3.4.4 cmi.interactions', 'Interactions are written with identifier, type, response, result, time and latency in the formats of the edition'),
  r12('12-objectives', 'RTE 3.4.4 cmi.objectives', 'Objectives are written with identifier, score and status'),
  r12('12-commit', 'RTE 3.3.2', 'What matters is committed when it happens, and not at the end alone'),
  r12('12-unload', 'Chrome, deprecation of unload', 'The session ends properly where unload is forbidden'),
  r12('12-killed', 'RTE 3.3.2', 'A window that is closed without any event keeps what was committed'),
  r12('12-launch-parameters', 'CAM 2.3.2.4', 'The launch page bears parameters joined to its address'),

  r2004('2004-pif', 'CAM 3.2', 'A package is a zip with imsmanifest.xml at its root'),
  r2004('2004-manifest-valid', 'CAM 3.4', 'The manifest is valid by the IMS, ADL and LOM schemas'),
  r2004('2004-schemas', 'CAM 3.2', 'The schemas that the manifest refers to are in the package'),
  r2004('2004-schemaversion', 'CAM 3.4.1.2', 'schema is "ADL SCORM" and schemaversion "2004 4th Edition"'),
  r2004('2004-files', 'CAM 3.4.1.17', 'Every file of a resource is listed with a relative href'),
  r2004('2004-completion-threshold', 'CAM 3.4.1.14', 'The completion threshold is declared, and the progress measure reaches it exactly when the course is complete'),
  r2004('2004-passing-score', 'CAM 5.1.7', 'The primary objective has the pass mark as its normalised measure'),
  r2004('2004-delivery-controls', 'CAM 5.1.9', 'Completion and objective are set by the content'),
  r2004('2004-metadata', 'CAM 4.2', 'The package has LOM metadata'),
  r2004('2004-launch-parameters', 'CAM 3.4.1.6', 'The launch page bears parameters joined by ?, & or #'),
  r2004('2004-find-api', 'RTE 3.3.6.1', 'The SCO finds API_1484_11 in its parents, or in its opener and its parents'),
  r2004('2004-initialize', 'RTE 3.1.3', 'Initialize("") is called before any other call, once'),
  r2004('2004-terminate', 'RTE 3.1.3', 'Terminate("") is called once, and nothing after it'),
  r2004('2004-no-errors', 'RTE 3.1.7', 'No call leaves an error, save asking for what was never set'),
  r2004('2004-completion-status', 'RTE 4.2.4', 'Completion ends as completed'),
  r2004('2004-success-status', 'RTE 4.2.23', 'Success ends as passed or failed where an assessment decides'),
  r2004('2004-score', 'RTE 4.2.20', 'scaled is between -1 and 1 and agrees with raw, min and max'),
  r2004('2004-progress', 'RTE 4.2.18', 'The progress measure is between 0 and 1'),
  r2004('2004-location', 'RTE 4.2.13', 'The location is at most 1,000 characters, and the SCO resumes there'),
  r2004('2004-exit', 'RTE 4.2.8', 'exit is "suspend" while there is something to resume, so that entry is "resume"'),
  r2004('2004-session-time', 'RTE 4.2.21', 'Session time is an ISO 8601 duration and is added up over sessions'),
  r2004('2004-suspend-data', 'RTE 4.2.22', 'Suspend data has at most 64,000 characters and restores the learner'),
  r2004('2004-interactions', 'RTE 4.2.9', 'Interactions are written with identifier, type, response, correct responses, result, time and latency in the formats of the edition'),
  r2004('2004-objectives', 'RTE 4.2.17', 'Objectives are written with identifier, score and status'),
  r2004('2004-commit', 'RTE 3.1.5', 'What matters is committed when it happens, and not at the end alone'),
  r2004('2004-unload', 'Chrome, deprecation of unload', 'The session ends properly where unload is forbidden'),
  r2004('2004-killed', 'RTE 3.1.5', 'A window that is closed without any event keeps what was committed'),
  r2004('2004-navigation', 'SN 5.6', 'With one SCO, navigation requests are not needed: the LMS hides its own next and previous'),
  r2004('2004-learner-preferences', 'RTE 4.2.12', 'The learner preferences of the LMS are followed'),
  r2004('2004-comments', 'RTE 4.2.2', 'What a learner writes and the state cannot hold goes to comments'),

  cmi5('cmi5-launch', '8.1', 'The launch parameters are read from the query in any order, and used for every request'),
  cmi5('cmi5-token', '8.2', 'The token is fetched by POST, once, and stands in the header of every request'),
  cmi5('cmi5-version', 'xAPI 1.0.3, 3.2', 'Every request names the version of xAPI'),
  cmi5('cmi5-launch-data', '10.0', 'The context template is kept in every statement, the launch data are not changed'),
  cmi5('cmi5-order', '9.3', '"initialized" is the first statement of a session and "terminated" the last, none comes twice'),
  cmi5('cmi5-once', '9.3', '"completed" and "passed" come once in a registration, "failed" never after "passed"'),
  cmi5('cmi5-result', '9.5', 'Success, completion, score and duration stand where they belong, and nowhere else'),
  cmi5('cmi5-mastery', '9.3.4, 9.3.5', 'The verdict follows from the mastery score of the LMS, which stands in the context'),
  cmi5('cmi5-categories', '9.6.2', 'Statements have the categories that tell what cmi5 defines and what decides'),
  cmi5('cmi5-allowed', '7.1.3', 'Answers are told as statements that cmi5 allows, between the first and the last'),
  cmi5('cmi5-modes', '10.0 launchMode', 'In browse and review mode a session begins and ends, and nothing else is told or kept'),
  cmi5('cmi5-return', '10.0 returnURL', 'The page goes to the return address when the learner ends the session'),
  cmi5('cmi5-state', 'xAPI 1.0.3, 2.3', 'The state is kept in the State API and restores the learner on another device'),
  cmi5('cmi5-preferences', '11.0', 'The learner preferences are read at the start'),
  cmi5('cmi5-language', '11.1', 'A course of several languages begins in the one that the learner prefers'),
];

function r12(id: string, section: string, says: string): Requirement {
  return { id, standard: 'SCORM 1.2', section, says };
}
function r2004(id: string, section: string, says: string): Requirement {
  return { id, standard: 'SCORM 2004 4th Ed.', section, says };
}

function cmi5(id: string, section: string, says: string): Requirement {
  return { id, standard: 'cmi5', section, says };
}

/** Requirement ids that the source of a test names, as `proves('12-pif', …)`. */
export function provedIn(source: string): string[] {
  return [...source.matchAll(/proves\(([^)]*)\)/g)].flatMap(([, list = '']) => [...list.matchAll(/'([^']+)'/g)].map(([, id = '']) => id));
}

/** Names a test and the requirements that it proves: the ids are read from the source by requirements.test.ts. */
export function proves(...ids: string[]): (name: string) => string {
  const unknown = ids.filter((id) => !requirements.some((requirement) => requirement.id === id));
  if (unknown.length > 0) throw new Error(`no requirement is called ${unknown.join(', ')}`);
  return (name) => name;
}
