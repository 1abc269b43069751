import { Field, Info, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { CohortRole, Role } from './actor.js';
import { Allow } from './allow.js';
import { CohortRoleEnum, RoleEnum } from './identity.types.js';
import { permissionsOf } from './permissions.js';

@ObjectType({ description: 'Something that can be seen or done here, and who may.' })
@Allow('with-parent')
export class OperationRule {
  @Field(() => String, { description: 'The operation of this API.' })
  operation!: string;
  @Field(() => String, { description: 'What it does, in a sentence.' })
  about!: string;
  @Field(() => Boolean, { description: 'Whether it changes something.' })
  changes!: boolean;
  @Field(() => [RoleEnum], { description: 'Which roles in the organisation may.' })
  roles!: Role[];
  @Field(() => [CohortRoleEnum], { description: 'Which roles in one cohort may, for that cohort.' })
  inCohort!: readonly CohortRole[];
  @Field(() => String, { nullable: true, description: '`anybody`, or `signed-in`: whoever is signed in, for her own things; null: neither.' })
  everybody!: string | null;
}

@Resolver(() => OperationRule)
export class PermissionsResolver {
  @Query(() => [OperationRule], { description: 'Everything that can be seen or done here, and who may, from the rules that the server keeps.' })
  @Allow('ADMINISTRATOR', 'COORDINATOR')
  permissions(@Info() { schema }: GraphQLResolveInfo): OperationRule[] { return permissionsOf(schema); }
}
