/** What the player asks of the hosted API. */

export const OPEN = /* GraphQL */ `query Open($enrolment: ID!) { enrolment(id: $enrolment) { id account { id name } outline progress } }`;

export const PROGRESS = /* GraphQL */ `query Progress($enrolment: ID!) { enrolment(id: $enrolment) { id progress } }`;

export const LESSON = /* GraphQL */ `query Lesson($enrolment: ID!, $lesson: ID!) { enrolment(id: $enrolment) { id lesson(id: $lesson) } }`;

export const GLOSSARY = /* GraphQL */ `query Glossary($enrolment: ID!) { enrolment(id: $enrolment) { id glossary } }`;

export const SEARCH = /* GraphQL */ `query Search($enrolment: ID!) { enrolment(id: $enrolment) { id searchText } }`;

const ATTEMPT = /* GraphQL */ `id assessment submittedAt secondsLeft form responses
  result { raw max scaled passed pending attemptsLeft lessonsToReadAgain items { item score feedback } objectives { title raw max } }`;

export const START_ATTEMPT = /* GraphQL */ `mutation StartAttempt($enrolment: ID!, $assessment: ID!, $attempt: ID!) {
  startAttempt(enrolment: $enrolment, assessment: $assessment, attempt: $attempt) { ${ATTEMPT} }
}`;

export const SUBMIT_ATTEMPT = /* GraphQL */ `mutation SubmitAttempt($enrolment: ID!, $attempt: ID!) {
  submitAttempt(enrolment: $enrolment, attempt: $attempt) { ${ATTEMPT} }
}`;

export const RECORD_EVENTS = /* GraphQL */ `mutation RecordEvents($enrolment: ID!, $events: [TrackingEventInput!]!) {
  recordEvents(enrolment: $enrolment, events: $events) { accepted rejected { id code } outcomes { event item score feedback } progress }
}`;
