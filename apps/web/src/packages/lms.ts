import type { GivenOptions } from './options.js';

export interface Lms {
  id: string;
  name: string;
  /** the standard that serves it best */
  standard: string;
  /** options that it needs in place of the course's own */
  options?: GivenOptions;
  /** why this standard and these options */
  why: string;
  /** what to click over there */
  steps: readonly string[];
  /** what is known to go otherwise than one thinks */
  mind?: readonly string[];
}

/**
 * The systems people ask for: which package serves each best, and where to click. Read in their own documentation, not
 * tried on them; docs/lms-compatibility.md names the sources. Names of buttons change between releases.
 */
export const systems: readonly Lms[] = [
  {
    id: 'moodle', name: 'Moodle', standard: 'scorm-1.2', why: 'Moodle keeps SCORM 1.2 whole; of SCORM 2004 it supports a part only, without sequencing.',
    steps: ['Open the course, switch editing on, and choose “Add an activity or resource”, then “SCORM package”.', 'Drop the zip into “Package file”.', 'Under “Appearance”, choose “New window” for the full width; the current window works too.', 'Under “Grade”, set “Grading method” to “Highest grade”, with 100 as the maximum.', 'Under “Attempts management”, allow 1 attempt and set “Force new attempt” to “No”: the course counts its own attempts.', 'Under “Completion conditions”, require the status “Passed”, or “Completed” where nothing is to be passed. Save.'],
    mind: ['To replace the package, put the new zip into the same activity: learners keep their records.'],
  },
  {
    id: 'canvas', name: 'Canvas', standard: 'scorm-1.2', why: 'Canvas plays SCORM through a tool that an administrator switches on; SCORM 1.2 is what all its versions take.',
    steps: ['In the course, open “SCORM” in the navigation. If it is not there, ask your Canvas administrator to switch the tool on.', 'Choose “Upload” and pick the zip.', 'When asked how to import it, choose “Graded assignment” and give it 100 points: as a practice item it reports nothing.', 'Publish the assignment.'],
  },
  {
    id: 'blackboard', name: 'Blackboard', standard: 'scorm-2004-4', why: 'Blackboard’s SCORM engine plays SCORM 2004 4th Edition and keeps completion and success apart.',
    steps: ['Open the course content, choose the plus sign, then “Create”, then “SCORM package”.', 'Upload the zip and wait for the import to finish.', 'Switch “Grade SCORM” on with 100 points before you save: it can’t be changed afterwards.', 'Allow one attempt, and make it visible to students.'],
  },
  {
    id: 'brightspace', name: 'Brightspace', standard: 'scorm-2004-4', why: 'Brightspace plays SCORM 2004 and reports completion and score apart.',
    steps: ['In “Content”, open the module and choose “Upload / Create”, then “SCORM”.', 'Upload the zip.', 'Let it make a grade item if the score is to count.', 'Set the topic to be visible.'],
  },
  {
    id: 'scorm-cloud', name: 'SCORM Cloud', standard: 'scorm-2004-4', why: 'SCORM Cloud plays every edition; the 4th Edition of SCORM 2004 tells it most.',
    steps: ['Choose “Add content”, then “Import a SCORM, AICC, xAPI or cmi5 package”.', 'Upload the zip, and read what the import says.', 'Launch it once from the sandbox, or invite learners.'],
    mind: ['Its debug log shows every call: a good place to look before a package goes to somebody else.'],
  },
  {
    id: 'cornerstone', name: 'Cornerstone', standard: 'scorm-2004-4', why: 'Cornerstone keeps completion and success apart in SCORM 2004.',
    steps: ['In “Content”, open “Course publisher” and choose to publish a new course.', 'Upload the zip and let it be validated.', 'Choose “Online course”, keep the completion rule of the package, and publish.', 'Assign the course, and open it once as a learner.'],
  },
  {
    id: 'successfactors', name: 'SAP SuccessFactors', standard: 'scorm-1.2', why: 'SuccessFactors Learning records SCORM 1.2 with one status, which leaves nothing to be mapped.',
    steps: ['In Learning Administration, open “Content”, “Import content”, and upload the zip.', 'Let it make a content object and an item.', 'In the item’s online settings, record completion by the status of the content object.', 'Give the item a completion status for “passed” and one for “failed”, and assign it.'],
    mind: ['An idle session ends after thirty minutes. What it did not take is kept in the browser and sent at the next opening.'],
  },
  {
    id: 'docebo', name: 'Docebo', standard: 'scorm-1.2', options: { structure: 'single' }, why: 'Docebo takes SCORM 1.2 and knows no sequencing, so the course is one part.',
    steps: ['Open the course’s “Training material”, choose “Add”, then “SCORM”.', 'Upload the zip.', 'Choose a view: in a lightbox or a new window; both work.', 'Set the end-of-course marker to this material.'],
  },
  {
    id: 'talentlms', name: 'TalentLMS', standard: 'scorm-1.2', options: { structure: 'single' }, why: 'TalentLMS takes SCORM 1.2 and cmi5, and no SCORM 2004.',
    steps: ['Open the course, choose “Add”, then “SCORM | xAPI | cmi5”.', 'Upload the zip and choose how it opens: embedded or in a pop-up.', 'Save, and publish the course.'],
  },
  {
    id: 'open-edx', name: 'Open edX', standard: 'scorm-1.2', options: { structure: 'single' }, why: 'Open edX plays SCORM through an XBlock, which takes SCORM 1.2.',
    steps: ['Let your administrator install the SCORM XBlock, and add “scorm” to the advanced modules of the course.', 'In a unit, choose “Advanced”, then “Scorm module”.', 'Edit it: upload the zip, mark it as scored, and give it a weight.', 'Publish the unit.'],
  },
  {
    id: 'sakai', name: 'Sakai', standard: 'scorm-1.2', why: 'Sakai plays SCORM 1.2 through its SCORM player tool.',
    steps: ['Add the “SCORM Player” tool to the site, if it is not there.', 'Choose “Upload new content package” and pick the zip.', 'Open “Configure”: set the title, the dates, unlimited tries, and the gradebook item.'],
  },
  {
    id: 'ilias', name: 'ILIAS', standard: 'scorm-2004-3', why: 'ILIAS is made for the 3rd Edition of SCORM 2004.',
    steps: ['Choose “Add new item”, then “Learning module SCORM”, then the tab for importing.', 'Choose the type “SCORM 2004” and upload the zip.', 'In “Settings”, switch “Online” on; leave “Lesson mode” at “normal” and “Credit” at “credit”.', 'In “Learning progress”, choose “SCORM packages” and tick the course.'],
  },
  {
    id: 'totara', name: 'Totara', standard: 'scorm-1.2', why: 'Totara takes SCORM 1.2 whole; of SCORM 2004 it leaves sequencing out.',
    steps: ['Open the course, switch editing on, and choose “Add an activity or resource”, then “SCORM package”.', 'Drop the zip into “Package file”.', 'Allow 1 attempt and set “Force new attempt” to “No”.', 'Under “Activity completion”, require the status “Passed”, or “Completed” where nothing is to be passed. Save.'],
  },
  {
    id: 'workday', name: 'Workday', standard: 'scorm-1.2', options: { structure: 'single', window: 'frame' }, why: 'Workday opens the package in a window of its own making, so the package opens no second one.',
    steps: ['In “Manage Learning”, create a course with an online lesson of the type “SCORM / AICC”.', 'Upload the zip as the lesson’s media.', 'Let the lesson be completed by the status of the content, not by opening it.', 'Publish the course, and open it once as a learner.'],
  },
  {
    id: 'other', name: 'Another', standard: 'scorm-1.2', why: 'Nearly every LMS imports SCORM 1.2. If yours asks for another standard, choose it below.',
    steps: ['Look for “Import SCORM package” or “Add SCORM” where you add content.', 'Upload the zip without unpacking it.', 'Let it open in a window or frame at least 320 pixels wide.', 'Map the score to the grade, and the status “passed” or “completed” to completion.'],
  },
];

/** The system that is so called in the address or in the history. */
export const systemOf = (called: string | null | undefined): Lms | undefined => systems.find(({ id, name }) => id === called || name === called);
