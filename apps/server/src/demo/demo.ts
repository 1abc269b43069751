import type { INestApplicationContext } from '@nestjs/common';
import { itemById } from '@preceptor/course/delivery';
import { CatalogService } from '../catalog/catalog.service.js';
import { PublishingService } from '../catalog/publishing.service.js';
import { CohortsService } from '../cohorts/cohorts.service.js';
import { PlacesService } from '../cohorts/places.service.js';
import { IssuingService } from '../credentials/issuing/issuing.service.js';
import { SettingsService } from '../credentials/issuing/settings.service.js';
import { usualDesign } from '../credentials/template/design.js';
import { TemplateService } from '../credentials/template/template.service.js';
import { Actor } from '../identity/actor.js';
import { IdentityService } from '../identity/identity.service.js';
import { AttemptsService } from '../learning/attempts.service.js';
import { MaskingService } from '../learning/masking.service.js';
import { RecordingService } from '../learning/recording.service.js';
import { ProfilesService } from '../profiles/profiles.service.js';
import { tellBanks } from './bank-story.js';
import { cohortDays, demoCohort, demoCourse, demoLearners, demoOrganisation, type DemoPerson, demoStaff } from './people.js';
import { StoryPlayer } from './player-of-stories.js';

/**
 * Loads the demo through the product's own services: an organisation, the course published, its questions in banks and
 * some of them in review, a cohort, its staff and twelve learners who went about it as real ones do. Does nothing where
 * anybody has an account already.
 */
export async function loadDemo(app: INestApplicationContext, now: Date = new Date()): Promise<boolean> {
  const identity = app.get(IdentityService);
  if (!(await identity.isEmpty())) return false;
  const organisation = await identity.createOrganisation(demoOrganisation);
  const system = Actor.system(organisation.id);
  const versionId = await app.get(PublishingService).publishSource(system, demoCourse);
  const { course, courseId, outline } = await app.get(CatalogService).loaded(system, versionId);
  const cohorts = app.get(CohortsService);
  const places = app.get(PlacesService);
  const cohort = await cohorts.create(system, { name: demoCohort, courseVersion: versionId, startsOn: day(now, cohortDays.first), endsOn: day(now, cohortDays.last), timeZone: 'America/Denver' });
  const account = ({ name, email, roles, about }: DemoPerson) => identity.invite(system, { name, email, roles, demoAbout: about });
  const stage = { recording: app.get(RecordingService), attempts: app.get(AttemptsService), idsOf: app.get(MaskingService).of, outline, items: itemById(course), now };
  const staff: Actor[] = [];
  for (const person of demoStaff) staff.push(Actor.account((await account(person)).id, organisation.id, person.roles));
  const [author, reviewer] = [staff.find((actor) => actor.has('INSTRUCTOR')), staff.find((actor) => actor.has('REVIEWER'))];
  if (author !== undefined && reviewer !== undefined) await tellBanks(app, courseId, author, reviewer);
  const learners = await Promise.all(demoLearners.map(async (story) => {
    const { id } = await account(story);
    const enrolmentId = await places.enrol(system, { account: id, cohort: cohort.id }, new Date(now.getTime() + (cohortDays.first - 2) * dayMs));
    await new StoryPlayer(stage, { accountId: id, organisationId: organisation.id, enrolmentId, story }).play();
    return { account: id, enrolment: enrolmentId };
  }));
  const [coordinator, first] = [staff.find((actor) => actor.has('COORDINATOR')), learners[0]];
  if (coordinator !== undefined && first !== undefined) await certify(app, coordinator, cohort.id, first);
  return true;
}

/** Certificates of the demo's cohort: the first learner has hers, the next who has earned one waits for a coordinator. */
async function certify(app: INestApplicationContext, coordinator: Actor, cohort: string, { account, enrolment }: { account: string; enrolment: string }): Promise<void> {
  const settings = app.get(SettingsService);
  const body = await settings.saveBody(coordinator, { name: 'Example Board of Continuing Education', providerNumber: 'EX-1042', statement: 'This course was reviewed for 12 hours of continuing education. The board is made up, as everybody here is.' });
  await settings.save(coordinator, cohort, { mode: 'APPROVAL', hours: { kind: 'FIXED', hours: 12 }, validMonths: 24, licenceRequired: false, body: body.id });
  await app.get(TemplateService).save(coordinator, { ...usualDesign, border: 'DOUBLE', signatory: 'Dana Whitfield', signatoryTitle: 'Director of training', footer: 'A certificate of the demo. It certifies nothing.' });
  await app.get(ProfilesService).set(coordinator, account, { type: 'LCSW', number: '104729', state: 'CO', expiresOn: null });
  await app.get(IssuingService).issue(coordinator, [enrolment]);
}

const dayMs = 24 * 3600 * 1000;
const day = (now: Date, offset: number): string => new Date(now.getTime() + offset * dayMs).toISOString().slice(0, 10);
