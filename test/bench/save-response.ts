import type { ItemView } from '@preceptor/assessment';
import { v7 } from 'uuid';
import { ask } from './load-classroom.js';
import { againstFloor, type EngineFigure, json, learnerOf } from './record-events.js';

const saveResponse = 'mutation ($enrolment: ID!, $attempt: ID!, $item: ID!, $response: JSON!, $event: ID!, $device: ID) { saveResponse(enrolment: $enrolment, attempt: $attempt, item: $item, response: $response, event: $event, device: $device) { savedAt } }';
const startAttempt = 'mutation ($enrolment: ID!, $attempt: ID!, $device: ID!) { startAttempt(enrolment: $enrolment, assessment: "final", attempt: $attempt, device: $device) { id form } }';
interface Begun { startAttempt: { id: string; form: { items: ItemView[] } } }

/** `saveResponse`, one answer a request in an attempt that a device holds, against the same floor as `recordEvents`. Needs a built server. */
export async function benchSaveResponse(engines: ('sqlite' | 'postgres')[] = ['sqlite', 'postgres']): Promise<EngineFigure[]> {
  const figures: EngineFigure[] = [];
  for (const engine of engines) {
    figures.push(await againstFloor(engine, async (room, url) => {
      const attempts = new Map<string, { id: string; device: string; items: ItemView[] }>();
      for (const { cookie, enrolment } of room.learners) {
        const device = v7();
        const { startAttempt: attempt } = await ask<Begun>(url, cookie, startAttempt, { enrolment, attempt: v7(), device });
        // A refusal would be answered with 200 as well, and fast: so one answer must be taken first.
        await ask(url, cookie, saveResponse, { enrolment, attempt: attempt.id, item: attempt.form.items[0]?.id, response: { value: true }, event: v7(), device });
        attempts.set(enrolment, { id: attempt.id, device, items: attempt.form.items });
      }
      return (n) => {
        const { cookie, enrolment } = learnerOf(room, n);
        const attempt = attempts.get(enrolment);
        const item = attempt?.items[n % attempt.items.length];
        const variables = { enrolment, attempt: attempt?.id, item: item?.id, response: { value: choiceOf(item, n) }, event: v7(), device: attempt?.device };
        return { headers: { ...json, cookie }, body: JSON.stringify({ query: saveResponse, variables }) };
      };
    }));
  }
  return figures;
}

/** One choice of an item by the id that its learner is shown; some text where there is none. */
function choiceOf(item: ItemView | undefined, n: number): string {
  const choices = item === undefined ? [] : 'options' in item.content ? item.content.options : 'elements' in item.content ? item.content.elements : [];
  return choices[n % choices.length]?.id ?? (n % 2 === 0 ? 'a' : 'b');
}
