import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type CohortRole, cohortRoles, type Role, roles } from './actor.js';
import { Allow } from './allow.js';

export const RoleEnum = Object.fromEntries(roles.map((role) => [role, role])) as { [R in Role]: R };
registerEnumType(RoleEnum, {
  name: 'Role', description: 'What somebody is in an organisation.',
  valuesMap: {
    ADMINISTRATOR: { description: 'Runs the installation: accounts, keys, everything.' },
    COORDINATOR: { description: 'Runs cohorts: rosters, dates, who is behind.' },
    INSTRUCTOR: { description: 'Answers for courses and their assessments.' },
    REVIEWER: { description: 'Reviews and approves items that somebody else wrote.' },
    GRADER: { description: 'Grades the answers that a machine can\'t.' },
    OBSERVER: { description: 'Sees what a coordinator sees, and changes nothing.' },
    LEARNER: { description: 'Takes courses.' },
  },
});

export const CohortRoleEnum = Object.fromEntries(cohortRoles.map((role) => [role, role])) as { [R in CohortRole]: R };
registerEnumType(CohortRoleEnum, {
  name: 'CohortRole', description: 'What somebody is in one cohort alone.',
  valuesMap: {
    COORDINATOR: { description: 'Runs it: settings, days, sessions, roll, learners, gradebook.' },
    FACILITATOR: { description: 'Leads it: sees it, takes its roll, and changes marks in its gradebook.' },
    OBSERVER: { description: 'Sees it, and changes nothing.' },
  },
});

@ObjectType({ description: 'A cohort in which the viewer has a role of her own.' })
@Allow('with-parent')
export class ViewerCohort {
  @Field(() => ID, { description: 'The cohort.' })
  cohort!: string;
  @Field(() => [CohortRoleEnum], { description: 'What she is there.' })
  roles!: CohortRole[];
}

@ObjectType({ description: 'A person who can sign in.' })
@Allow('with-parent')
export class Account {
  @Field(() => ID, { description: 'The account\'s id.' })
  id!: string;
  @Field(() => String, { description: 'The name as the person writes it.' })
  name!: string;
  @Field(() => String, { description: 'The e-mail address, in lower case.' })
  email!: string;
}

@ObjectType({ description: 'A training organisation.' })
@Allow('with-parent')
export class Organisation {
  @Field(() => ID, { description: 'The organisation\'s id.' })
  id!: string;
  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

@ObjectType({ description: 'Whoever is signed in, in the organisation that they are signed in to.' })
@Allow('with-parent')
export class Viewer {
  @Field(() => [RoleEnum], { description: 'What the viewer is in the organisation.' })
  roles!: readonly Role[];
}

@ObjectType({ description: 'A person of the demo, whom one can be with one click on this machine.' })
@Allow('with-parent')
export class DemoPerson {
  @Field(() => ID, { description: 'The account, for signInAsDemo.' })
  accountId!: string;
  @Field(() => String, { description: 'The person\'s name.' })
  name!: string;
  @Field(() => [RoleEnum], { description: 'The person\'s roles.' })
  roles!: Role[];
  @Field(() => String, { description: 'One sentence about the person.' })
  about!: string;
}

@InputType({ description: 'A person who is to have an account.' })
export class InviteAccountInput {
  @Field(() => String, { description: 'E-mail address; no other account may have it.' })
  email!: string;
  @Field(() => String, { description: 'The person\'s name, 1 to 120 characters.' })
  name!: string;
  @Field(() => [RoleEnum], { description: 'At least one role.' })
  roles!: Role[];
  @Field(() => String, { nullable: true, description: 'A first password of 12 to 200 characters; without one the person can\'t sign in by password yet.' })
  password?: string | null;
}
