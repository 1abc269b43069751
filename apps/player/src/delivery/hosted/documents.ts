/** What the player asks of the hosted API. */

export const OPEN = /* GraphQL */ `query Open($enrolment: ID!) { enrolment(id: $enrolment) { id account { id name } outline progress } }`;

export const PROGRESS = /* GraphQL */ `query Progress($enrolment: ID!) { enrolment(id: $enrolment) { id progress } }`;

export const LESSON = /* GraphQL */ `query Lesson($enrolment: ID!, $lesson: ID!) { enrolment(id: $enrolment) { id lesson(id: $lesson) } }`;

export const GLOSSARY = /* GraphQL */ `query Glossary($enrolment: ID!) { enrolment(id: $enrolment) { id glossary } }`;

export const SEARCH = /* GraphQL */ `query Search($enrolment: ID!) { enrolment(id: $enrolment) { id searchText } }`;

const CONDITIONS = /* GraphQL */ `opensAt closesAt timeLimitSeconds usualTimeLimitSeconds breakSeconds maxAttempts counts navigation pages eachAnswer passwordAsked networksLimited focusRecorded scoreRelease moreShownAt`;

const ATTEMPT = /* GraphQL */ `id assessment submittedAt secondsLeft form responses conditions { ${CONDITIONS} }
  result { raw max scaled passed pending attemptsLeft lessonsToReadAgain items { item score feedback } objectives { title raw max } }`;

export const START_ATTEMPT = /* GraphQL */ `mutation StartAttempt($enrolment: ID!, $assessment: ID!, $attempt: ID!, $device: ID, $takeOver: Boolean! = false, $password: String) {
  startAttempt(enrolment: $enrolment, assessment: $assessment, attempt: $attempt, device: $device, takeOver: $takeOver, password: $password) { ${ATTEMPT} }
}`;

export const SUBMIT_ATTEMPT = /* GraphQL */ `mutation SubmitAttempt($enrolment: ID!, $attempt: ID!, $device: ID) {
  submitAttempt(enrolment: $enrolment, attempt: $attempt, device: $device) { ${ATTEMPT} }
}`;

export const RECORD_EVENTS = /* GraphQL */ `mutation RecordEvents($enrolment: ID!, $events: [TrackingEventInput!]!, $device: ID) {
  recordEvents(enrolment: $enrolment, events: $events, device: $device) { accepted rejected { id code } outcomes { event item score feedback } progress }
}`;

export const SITTING = /* GraphQL */ `query Sitting($enrolment: ID!, $assessment: ID!) {
  enrolment(id: $enrolment) { id sitting(assessment: $assessment) { used open refused until conditions { ${CONDITIONS} } } }
}`;

const STANDS = /* GraphQL */ `id secondsLeft onBreak breakSecondsLeft device submittedAt`;

export const STANDING = /* GraphQL */ `query Standing($enrolment: ID!, $attempt: ID!) { enrolment(id: $enrolment) { id attempt(id: $attempt) { ${STANDS} } } }`;

export const START_BREAK = /* GraphQL */ `mutation StartBreak($enrolment: ID!, $attempt: ID!, $device: ID) { paused: startBreak(enrolment: $enrolment, attempt: $attempt, device: $device) { ${STANDS} } }`;

export const END_BREAK = /* GraphQL */ `mutation EndBreak($enrolment: ID!, $attempt: ID!, $device: ID) { paused: endBreak(enrolment: $enrolment, attempt: $attempt, device: $device) { ${STANDS} } }`;

export const RESULT = /* GraphQL */ `query Result($enrolment: ID!, $attempt: ID!) { enrolment(id: $enrolment) { id attempt(id: $attempt) { ${ATTEMPT} } } }`;
