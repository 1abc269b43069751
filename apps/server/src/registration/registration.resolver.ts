import { Args, ArgsType, Field, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Cohort } from '../cohorts/cohorts.types.js';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor, CurrentRequest, type RequestContext } from '../identity/allow.js';
import { AllowInCohort, ensureReach } from '../identity/cohort-roles/reach.js';
import { deviceOf } from '../identity/device.js';
import { welcome } from '../identity/welcome.js';
import { connection, PageArgs, pageOf } from '../platform/graphql/connection.js';
import { InvitingService } from './inviting.service.js';
import type { RegistrationRow, RegistrationWayRow } from './registration.entity.js';
import { RegistrationService } from './registration.service.js';
import { OpenRegistration, RegisterInput, Registration, RegistrationConnection, RegistrationOutcome, RegistrationWay } from './registration.types.js';
import { WaysService } from './ways.service.js';

const code = { type: () => String, description: 'The code; small letters, spaces and hyphens do no harm.' };
/** Of a cohort whoever runs it decides; of the organisation itself, its administrators. */
const ensureDecides = (actor: Actor, cohort: string | null): void => ensureReach(actor, cohort, { everywhere: cohort === null ? ['ADMINISTRATOR'] : ['COORDINATOR', 'ADMINISTRATOR'], here: ['COORDINATOR'], changing: true });

@ArgsType()
class RegistrationsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'For which cohort; left out: for the organisation itself.' })
  cohort?: string | null;
}

@Resolver(() => Registration)
export class RegistrationResolver {
  constructor(private readonly registrations: RegistrationService, private readonly ways: WaysService) {}

  @Query(() => OpenRegistration, { description: 'For what a code of registration is. Attempts are limited.' })
  @Allow('anyone')
  openRegistration(@CurrentRequest() { request }: RequestContext, @Args('code', code) typed: string): Promise<OpenRegistration> { return this.registrations.look(typed, request.ip); }

  @Mutation(() => Boolean, { description: 'Registers oneself with a code: a mail confirms the address. The answer is the same whoever has it.' })
  @Allow('anyone')
  async register(@CurrentRequest() { request }: RequestContext, @Args('code', code) typed: string, @Args('input', { type: () => RegisterInput, description: 'Who one is.' }) input: RegisterInput): Promise<boolean> {
    await this.registrations.register(typed, input, request.ip);
    return true;
  }

  @Mutation(() => RegistrationOutcome, { description: 'Confirms one\'s address by what stands in the mail\'s link; signs in where nobody need decide.' })
  @Allow('anyone')
  async confirmRegistration(@CurrentRequest() context: RequestContext, @Args('token', { type: () => String, description: 'What stands in the link.' }) token: string): Promise<keyof typeof RegistrationOutcome> {
    const done = await this.registrations.confirm(token, deviceOf(context.request));
    if (done.outcome === 'IN') welcome(context, done.signedIn);
    return done.outcome;
  }

  @Query(() => RegistrationWay, { nullable: true, description: 'How people register themselves for the organisation; null: nobody has set it up.' })
  @Allow('ADMINISTRATOR')
  async registration(@CurrentActor() actor: Actor): Promise<RegistrationWay | null> { return wayView(await this.ways.of(actor, null)); }

  @Query(() => RegistrationConnection, { description: 'Who has registered and waits for staff, the longest first.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR')
  @AllowInCohort('cohort', 'COORDINATOR', 'FACILITATOR', 'OBSERVER')
  async waitingRegistrations(@CurrentActor() actor: Actor, @Args() args: RegistrationsArgs): Promise<RegistrationConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.registrations.waiting(actor, args.cohort ?? null, page);
    return connection(rows, page, total, ({ id }) => [id], view);
  }

  @Mutation(() => RegistrationWay, { description: 'Lets people register themselves, or ends it; `anew` gives it another code, and the older one works no more.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  @AllowInCohort('cohort', 'COORDINATOR')
  async setRegistration(
    @CurrentActor() actor: Actor,
    @Args('open', { type: () => Boolean, description: 'Whether anybody can.' }) open: boolean,
    @Args('approval', { type: () => Boolean, description: 'Whether staff let each in.' }) approval: boolean,
    @Args('cohort', { type: () => ID, nullable: true, description: 'For which cohort; left out: for the organisation itself.' }) cohort?: string | null,
    @Args('anew', { type: () => Boolean, defaultValue: false, description: 'Whether it is to have another code.' }) anew?: boolean,
  ): Promise<RegistrationWay> {
    ensureDecides(actor, cohort ?? null);
    return wayView(await this.ways.set(actor, cohort ?? null, { open, approval, anew: anew ?? false })) as RegistrationWay;
  }

  @Mutation(() => Registration, { description: 'Lets somebody in who has registered: she has an account and, where it is for a cohort, a place or one in line; a mail tells her. Or refuses, and nobody is told.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:accounts')
  @AllowInCohort('checked', 'COORDINATOR')
  async decideRegistration(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Which one.' }) id: string,
    @Args('admit', { type: () => Boolean, description: 'Whether she is let in.' }) admit: boolean,
  ): Promise<Registration> {
    ensureDecides(actor, (await this.registrations.one(actor, id)).cohortId);
    return view(await this.registrations.decide(actor, id, admit));
  }
}

/** What registration adds to a cohort. */
@Resolver(() => Cohort)
export class CohortRegistrationResolver {
  constructor(private readonly ways: WaysService, private readonly inviting: InvitingService) {}

  @ResolveField(() => Int, { description: 'How many of its learners were brought in by others and have no way in yet: no password, and no session.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR')
  withoutWayIn(@CurrentActor() actor: Actor, @Parent() { id }: Cohort): Promise<number> { return this.inviting.withoutWayIn(actor, id); }

  @Mutation(() => Int, { description: 'Mails an invitation to each learner of a cohort who has no way in yet, except whom an open one waits for; at most 500 at once. Says how many were invited.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:accounts')
  @AllowInCohort('cohort', 'COORDINATOR')
  inviteLearners(@CurrentActor() actor: Actor, @Args('cohort', { type: () => ID, description: 'The cohort.' }) cohort: string): Promise<number> { return this.inviting.invite(actor, cohort); }

  @ResolveField(() => RegistrationWay, { nullable: true, description: 'How people register themselves for it; null: nobody has set it up.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR')
  async registration(@CurrentActor() actor: Actor, @Parent() { id }: Cohort): Promise<RegistrationWay | null> { return wayView(await this.ways.of(actor, id)); }
}

const view = ({ id, name, email, createdAt, admitted }: RegistrationRow): Registration => ({ id, name, email, createdAt, admitted });
const wayView = (row: RegistrationWayRow | null): RegistrationWay | null => (row === null ? null : { open: row.open, approval: row.approval, code: row.code, path: `/join/${row.code}` });
