/** The systems people ask for, the standard that serves each best, and where to click over there. */
export interface Lms { id: string; name: string; standard: string; why: string; steps: string[] }

export const systems: readonly Lms[] = [
  {
    id: 'moodle', name: 'Moodle', standard: 'scorm-1.2', why: 'Moodle keeps SCORM 1.2 whole; of SCORM 2004 it supports a part only.',
    steps: ['Open the course, switch editing on, and choose “Add an activity or resource”, then “SCORM package”.', 'Drop the zip into “Package file”.', 'Under “Appearance”, let it open in a new window if the page is narrow.', 'Under “Grade”, set “Grading method” to “Highest grade”, with 100 as the maximum.', 'Under “Completion conditions”, ask for the statuses “Passed” and “Completed”, then save.'],
  },
  {
    id: 'canvas', name: 'Canvas', standard: 'scorm-1.2', why: 'Canvas imports SCORM through its own SCORM tool, which an administrator switches on.',
    steps: ['In the course, open “SCORM” in the navigation. If it is not there, ask your Canvas administrator to switch the tool on.', 'Choose “Upload” and pick the zip.', 'When asked how to import it, choose “Graded assignment” and give it 100 points.', 'Publish the assignment.'],
  },
  {
    id: 'blackboard', name: 'Blackboard', standard: 'scorm-2004-4', why: 'Blackboard’s SCORM engine plays SCORM 2004 4th Edition.',
    steps: ['Open the course content, choose the plus sign, then “Create”, then “SCORM package”.', 'Upload the zip and wait for the import to finish.', 'Let the grade follow the score of the package.', 'Make it visible to students.'],
  },
  {
    id: 'brightspace', name: 'Brightspace', standard: 'scorm-2004-4', why: 'Brightspace plays SCORM 2004 and reports completion and score apart.',
    steps: ['In “Content”, open the module and choose “Upload / Create”, then “SCORM”.', 'Upload the zip.', 'Choose to make a grade item, and let it take the highest attempt.', 'Set the topic to be visible.'],
  },
  {
    id: 'other', name: 'Another', standard: 'scorm-1.2', why: 'Nearly every LMS imports SCORM 1.2. If yours asks for SCORM 2004 4th Edition, choose that below.',
    steps: ['Look for “Import SCORM package” or “Add SCORM” where you add content.', 'Upload the zip without unpacking it.', 'Let it open in a window or frame at least 320 pixels wide.', 'Map the score to the grade, and the status “passed” or “completed” to completion.'],
  },
];
