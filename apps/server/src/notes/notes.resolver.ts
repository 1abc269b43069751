import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { IdentityService } from '../identity/identity.service.js';
import { Account } from '../identity/identity.types.js';
import { Enrolment } from '../learning/learning.types.js';
import { connection, PageArgs, pageOf } from '../platform/graphql/connection.js';
import { NotesService } from './notes.service.js';
import { Note, NoteConnection } from './notes.types.js';

@Resolver(() => Note)
export class NotesResolver {
  constructor(private readonly notes: NotesService, private readonly identity: IdentityService) {}

  @Mutation(() => Note, { description: 'Writes a note about a learner. Staff of the organisation read it; she does not.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR', 'scope:cohorts')
  addNote(
    @CurrentActor() actor: Actor,
    @Args('enrolment', { type: () => ID, description: 'An enrolment of hers. The note is about her, in all her courses.' }) enrolment: string,
    @Args('body', { type: () => String, description: 'Plain text, 1 to 4,000 characters.' }) body: string,
  ): Promise<Note> {
    return this.notes.add(actor, enrolment, body);
  }

  @Mutation(() => Note, { description: 'Changes a note of one\'s own.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR', 'scope:cohorts')
  changeNote(
    @CurrentActor() actor: Actor,
    @Args('note', { type: () => ID, description: 'The note.' }) note: string,
    @Args('revision', { type: () => Int, description: 'The revision that was read.' }) revision: number,
    @Args('body', { type: () => String, description: 'Plain text, 1 to 4,000 characters.' }) body: string,
  ): Promise<Note> {
    return this.notes.change(actor, note, revision, body);
  }

  @Mutation(() => Boolean, { description: 'Takes a note away: one\'s own, or as an administrator anybody\'s. True: it is done.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR', 'scope:cohorts')
  async removeNote(@CurrentActor() actor: Actor, @Args('note', { type: () => ID, description: 'The note.' }) note: string): Promise<boolean> {
    await this.notes.remove(actor, note);
    return true;
  }

  @ResolveField(() => Account, { nullable: true, description: 'Who wrote it; null: somebody who is here no more.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  author(@CurrentActor() actor: Actor, @Parent() { authorId }: Note): Promise<Account | null> {
    return this.identity.account(actor, authorId);
  }
}

/** What notes add to an enrolment. */
@Resolver(() => Enrolment)
export class EnrolmentNotesResolver {
  constructor(private readonly service: NotesService) {}

  @ResolveField(() => NoteConnection, { description: 'What staff wrote about this learner, newest first. Nobody reads what is about herself.' })
  @Allow('COORDINATOR', 'INSTRUCTOR', 'ADMINISTRATOR')
  async notes(@CurrentActor() actor: Actor, @Parent() { accountId }: Enrolment, @Args() args: PageArgs): Promise<NoteConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.service.about(actor, accountId, page);
    return connection(rows, page, total, ({ id }) => [id], (row) => row);
  }
}
