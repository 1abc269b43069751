import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';

@ObjectType({ description: 'A statement of a course that an item may ask.' })
@Allow('with-parent')
export class AuthoringStatement {
  @Field(() => ID, { description: 'Its id in the course.' })
  id!: string;
  @Field(() => String, { description: 'What it says; empty: the newest version of the course has none with this id.' })
  text!: string;
  @Field(() => String, { description: 'The section of the guide that it is from.' })
  section!: string;
  @Field(() => [String], { description: 'Titles of the lessons that teach it, at most 20.' })
  lessons!: string[];
}
@ObjectType({ description: 'A page of statements.' })
@Allow('with-parent')
export class AuthoringStatementConnection extends ConnectionOf(AuthoringStatement) {}

@ArgsType()
export class AuthoringStatementArgs extends PageArgs {
  @Field(() => ID, { description: 'The bank whose items would ask them.' })
  bank!: string;
  @Field(() => String, { nullable: true, description: 'Words that the statement, its id, its section or a lesson that teaches it holds, in any order; left out: all. At most 200 characters.' })
  text?: string | null;
}
