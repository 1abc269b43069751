import type { PlayerBoot } from '@preceptor/course/delivery';
import { GraphqlClient } from '../../delivery/hosted/graphql.js';
import { HostedDelivery } from '../../delivery/hosted/hosted-delivery.js';
import { deviceName } from '../../delivery/hosted/hosted-conduct.js';
import { HostedLink } from '../../delivery/hosted/hosted-link.js';
import type { Opened } from '../opened.js';
import { HostedTracker } from './hosted-tracker.js';

export function openHosted(boot: Extract<PlayerBoot, { standard: 'hosted' }>): Opened & { delivery: HostedDelivery } {
  const link = new HostedLink(new GraphqlClient(boot.endpoint), boot.enrolment, deviceName());
  return { delivery: new HostedDelivery(link), tracker: new HostedTracker(link) };
}
