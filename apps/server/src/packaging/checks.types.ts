import { Field, Float, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { DateTimeScalar, JsonScalar } from '../platform/graphql/scalars.js';
import { PackageFault } from './packages.types.js';
import { type CheckState, checkStates } from './packaging.entity.js';

export const CheckStateEnum = Object.fromEntries(checkStates.map((state) => [state, state])) as { [S in CheckState]: S };
registerEnumType(CheckStateEnum, {
  name: 'PackageCheckState', description: 'How far the look at a package is.',
  valuesMap: {
    WAITING: { description: 'Another one is being looked at.' },
    CHECKING: { description: 'It is being looked at.' },
    DONE: { description: 'There is a report.' },
    FAILED: { description: 'It could not be looked at; `fault` says why.' },
  },
});

@ObjectType({ description: 'A package of anybody\'s that somebody sent to be looked at.' })
@Allow('with-parent')
export class PackageCheck {
  @Field(() => ID, { description: 'The check\'s id.' })
  id!: string;
  @Field(() => CheckStateEnum, { description: 'How far it is.' })
  state!: CheckState;
  @Field(() => String, { description: 'The file\'s name.' })
  name!: string;
  @Field(() => Float, { description: 'The file\'s size in bytes.' })
  bytes!: number;
  @Field(() => DateTimeScalar, { description: 'When it was sent.' })
  askedAt!: string;
  @Field(() => JsonScalar, { nullable: true, description: 'Verification: what `npx preceptor verify --json` prints, without playing; null: not done.' })
  report!: unknown;
  @Field(() => String, { nullable: true, description: 'Where the report is as a page, on this server; null: not done.' })
  reportUrl!: string | null;
  @Field(() => PackageFault, { nullable: true, description: 'Why it could not be looked at.' })
  fault!: PackageFault | null;
}
