import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Cohort } from '../cohorts/cohorts.types.js';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { connection, PageArgs, pageOf } from '../platform/graphql/connection.js';
import { AccreditingBody, AccreditingBodyConnection, AccreditingBodyInput, CertificateCaseConnection, CertificateCasesArgs, CertificateCount, CertificateSettings, CertificateSettingsInput, CertificateStanding } from './credentials.types.js';
import { type CohortCase, CohortCasesService, keyOf } from './issuing/cohort-cases.service.js';
import { SettingsService } from './issuing/settings.service.js';
import { bodyView, certificateView, settingsOf, settingsView } from './views.js';

/** What certificates add to a cohort. */
@Resolver(() => Cohort)
export class CohortCertificatesResolver {
  constructor(private readonly cases: CohortCasesService, private readonly settings: SettingsService) {}

  @ResolveField(() => CertificateSettings, { description: 'How the cohort\'s certificates come about.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  async certificateSettings(@CurrentActor() actor: Actor, @Parent() { id }: Cohort): Promise<CertificateSettings> {
    const row = await this.settings.of(actor, id);
    return settingsView(row, row === null || row.bodyId === null ? null : await this.settings.body(actor, row.bodyId));
  }

  @ResolveField(() => CertificateCaseConnection, { description: 'The cohort\'s learners and their certificates: what is at stake or waits for a person first.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  async certificateCases(@CurrentActor() actor: Actor, @Parent() { id }: Cohort, @Args() args: CertificateCasesArgs): Promise<CertificateCaseConnection> {
    const page = pageOf(args, 2);
    const { rows, total } = await this.cases.page(actor, id, args.standing ?? null, page);
    return connection(rows, page, total, keyOf, caseView);
  }

  @ResolveField(() => [CertificateCount], { description: 'How many learners stand how with their certificates.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  async certificateCounts(@CurrentActor() actor: Actor, @Parent() { id }: Cohort): Promise<CertificateCount[]> {
    return (await this.cases.counts(actor, id)).map(({ standing, count }) => ({ standing: CertificateStanding[standing], count }));
  }
}

@Resolver()
export class CertificateSettingsResolver {
  constructor(private readonly settings: SettingsService) {}

  @Mutation(() => CertificateSettings, { description: 'Sets how a cohort\'s certificates come about. Those that were issued stay as they are.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  async saveCertificateSettings(
    @CurrentActor() actor: Actor,
    @Args('cohort', { type: () => ID, description: 'The cohort.' }) cohort: string,
    @Args('input', { type: () => CertificateSettingsInput, description: 'How they are to come about.' }) input: CertificateSettingsInput,
  ): Promise<CertificateSettings> {
    const row = await this.settings.save(actor, cohort, settingsOf(input));
    return settingsView(row, row.bodyId === null ? null : await this.settings.body(actor, row.bodyId));
  }

  @Query(() => AccreditingBodyConnection, { description: 'The bodies that recognise the organisation\'s hours, by name.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  async accreditingBodies(@CurrentActor() actor: Actor, @Args() args: PageArgs): Promise<AccreditingBodyConnection> {
    const page = pageOf(args, 2);
    const { rows, total } = await this.settings.bodies(actor, page);
    return connection(rows, page, total, ({ name, id }) => [name, id], bodyView);
  }

  @Mutation(() => AccreditingBody, { description: 'Makes or changes an accrediting body. Certificates that were issued keep its statement of then.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  async saveAccreditingBody(@CurrentActor() actor: Actor, @Args('input', { type: () => AccreditingBodyInput, description: 'What it is.' }) input: AccreditingBodyInput): Promise<AccreditingBody> {
    return bodyView(await this.settings.saveBody(actor, input));
  }
}

const caseView = ({ enrolmentId, accountId, standing, left, atStake, newest }: CohortCase) => ({
  enrolment: enrolmentId, accountId, standing: CertificateStanding[standing], left, atStake, certificate: newest === null ? null : certificateView(newest),
});
