import { Field, ObjectType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';

@ObjectType({ description: 'A standard that a version can be packaged for.' })
@Allow('with-parent')
export class PackageOption {
  @Field(() => String, { description: 'The standard, such as scorm-1.2.' })
  standard!: string;
  @Field(() => String, { description: 'Its name for people.' })
  label!: string;
  @Field(() => String, { description: 'Where the zip is downloaded from, on this server.' })
  url!: string;
  @Field(() => [String], { description: 'What the importing LMS must be told or will show, a sentence each.' })
  tell!: string[];
}
