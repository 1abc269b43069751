import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { connection, PageArgs, pageOf } from '../platform/graphql/connection.js';
import type { SnippetRow } from './grading.entity.js';
import { GradingSnippet, GradingSnippetConnection } from './grading.types.js';
import { SnippetsService } from './snippets.service.js';

@Resolver(() => GradingSnippet)
export class SnippetsResolver {
  constructor(private readonly snippets: SnippetsService) {}

  @Query(() => GradingSnippetConnection, { description: 'Texts for comments: one\'s own and those that the organisation shares, newest first.' })
  @Allow('GRADER', 'INSTRUCTOR', 'ADMINISTRATOR')
  async gradingSnippets(@CurrentActor() actor: Actor, @Args() args: PageArgs): Promise<GradingSnippetConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.snippets.page(actor, page);
    return connection(rows, page, total, ({ id }) => [id], (row) => snippetView(actor, row));
  }

  @Mutation(() => GradingSnippet, { description: 'Keeps a text for comments.' })
  @Allow('GRADER', 'INSTRUCTOR', 'ADMINISTRATOR', 'scope:authoring')
  async saveGradingSnippet(
    @CurrentActor() actor: Actor,
    @Args('text', { type: () => String, description: 'The text, 1 to 1,000 characters.' }) text: string,
    @Args('shared', { type: () => Boolean, defaultValue: false, description: 'All graders of the organisation have it.' }) shared?: boolean,
  ): Promise<GradingSnippet> {
    return snippetView(actor, await this.snippets.save(actor, text, shared ?? false));
  }

  @Mutation(() => ID, { description: 'Deletes one of your snippets; gives its id.' })
  @Allow('GRADER', 'INSTRUCTOR', 'ADMINISTRATOR', 'scope:authoring')
  async deleteGradingSnippet(@CurrentActor() actor: Actor, @Args('snippet', { type: () => ID, description: 'The snippet.' }) snippet: string): Promise<string> {
    await this.snippets.remove(actor, snippet);
    return snippet;
  }
}

const snippetView = (actor: Actor, { id, text, shared, accountId }: SnippetRow): GradingSnippet => ({ id, text, shared, own: accountId === actor.accountId });
