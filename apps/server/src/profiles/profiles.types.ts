import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { soonDays, type Standing } from './licence.js';

export const LicenceStandingEnum = { VALID: 'VALID', ENDS_SOON: 'ENDS_SOON', EXPIRED: 'EXPIRED', UNKNOWN: 'UNKNOWN' } as const satisfies { [S in Standing]: S };
registerEnumType(LicenceStandingEnum, {
  name: 'LicenceStanding', description: 'How a licence stands today.',
  valuesMap: {
    VALID: { description: 'It is valid.' }, ENDS_SOON: { description: `It ends within ${soonDays} days.` }, EXPIRED: { description: 'Its last day is past.' }, UNKNOWN: { description: 'Nobody said when it ends.' },
  },
});

@ObjectType({ description: 'What a person is licensed as, as her organisation knows it. For the person herself, coordinators and administrators.' })
@Allow('with-parent')
export class ProfessionalLicence {
  @Field(() => String, { nullable: true, description: 'The type, such as LCSW or RN; null: not known.' })
  type!: string | null;
  @Field(() => String, { nullable: true, description: 'The number; null: not known.' })
  number!: string | null;
  @Field(() => String, { nullable: true, description: 'The state or country that gave it; null: not known.' })
  state!: string | null;
  @Field(() => String, { nullable: true, description: 'The last day on which it is valid, YYYY-MM-DD; null: not known.' })
  expiresOn!: string | null;
}

@InputType({ description: 'A professional licence as it is to be known, whole: what is left out is forgotten.' })
export class LicenceInput {
  @Field(() => String, { nullable: true, description: 'The type, at most 80 characters.' })
  type?: string | null;
  @Field(() => String, { nullable: true, description: 'The number, at most 60 characters.' })
  number?: string | null;
  @Field(() => String, { nullable: true, description: 'The state or country, at most 60 characters.' })
  state?: string | null;
  @Field(() => String, { nullable: true, description: 'The last day on which it is valid, YYYY-MM-DD.' })
  expiresOn?: string | null;
}
