import { Args, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { KeyPositionsService } from './key-positions.service.js';

@ObjectType({ description: 'Where the keys of a bank\'s items of one form stand.' })
@Allow('with-parent')
export class KeyPositions {
  @Field(() => String, { description: 'Which items, such as "items with 4 options" or "claims".' })
  of!: string;
  @Field(() => Int, { description: 'How many of them there are.' })
  items!: number;
  @Field(() => [String], { description: 'The places: A, B, C, …, or true and false.' })
  places!: string[];
  @Field(() => [Int], { description: 'How many keys stand at each place.' })
  counts!: number[];
  @Field(() => Boolean, { description: 'Whether the spread is more uneven than chance makes it once in a hundred times; false where there are fewer than 12.' })
  uneven!: boolean;
}

@Resolver()
export class KeyPositionsResolver {
  constructor(private readonly positions: KeyPositionsService) {}

  @Query(() => [KeyPositions], { description: 'Where the keys of a bank stand, over single choices that are shown unshuffled and over claims (true or false); of the newest 5,000 in use. Writers hide keys in the middle, and guessers know.' })
  @Allow('INSTRUCTOR', 'REVIEWER', 'ADMINISTRATOR')
  bankKeyPositions(@CurrentActor() actor: Actor, @Args('bank', { type: () => ID, description: 'The bank.' }) bank: string): Promise<KeyPositions[]> {
    return this.positions.of(actor, bank);
  }
}
