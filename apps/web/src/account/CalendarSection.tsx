import { useQuery } from 'urql';
import { MyCalendarDocument } from '../generated/graphql.js';
import { CalendarAddress } from '../sessions/CalendarAddress.js';
import { Loaded } from '../states/Loaded.js';

/** The address by which one's own calendar program follows sessions and due days: for staff too, who have no learner's home. */
export function CalendarSection() {
  const [result, again] = useQuery({ query: MyCalendarDocument });
  const reload = () => again({ requestPolicy: 'network-only' });
  return <Loaded result={result} value={result.data?.viewer} retry={reload} what="account">{({ calendarPath }) => <CalendarAddress path={calendarPath} onChanged={reload} titled={false} />}</Loaded>;
}
