import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { TemplatesService } from './templates.service.js';
import { MailPreview, MailTemplateInput, MailTemplateView } from './templates.types.js';

@Resolver(() => MailTemplateView)
export class TemplatesResolver {
  constructor(private readonly templates: TemplatesService) {}

  @Query(() => MailTemplateView, { description: 'The words of a kind of mail in a language.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR')
  mailTemplate(
    @CurrentActor() actor: Actor,
    @Args('kind', { type: () => String, description: 'The kind of mail.' }) kind: string,
    @Args('language', { type: () => String, description: 'The language, two letters.' }) language: string,
  ): Promise<MailTemplateView> { return this.templates.find(actor, kind, language); }

  @Query(() => MailPreview, { description: 'How a mail would look with this template, filled from the last of its kind.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR')
  mailPreview(@CurrentActor() actor: Actor, @Args('input', { type: () => MailTemplateInput, description: 'The template.' }) input: MailTemplateInput): Promise<MailPreview> { return this.templates.preview(actor, input); }

  @Mutation(() => MailTemplateView, { description: 'Sets the words of a kind of mail in a language, for mails that are queued from now on.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  saveMailTemplate(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => MailTemplateInput, description: 'The template.' }) input: MailTemplateInput,
    @Args('revision', { type: () => Int, description: 'The revision that was read.' }) revision: number,
  ): Promise<MailTemplateView> { return this.templates.save(actor, input, revision); }

  @Mutation(() => MailTemplateView, { description: 'Takes back what the organisation wrote: from now on the words that Preceptor brings along hold.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  resetMailTemplate(
    @CurrentActor() actor: Actor,
    @Args('kind', { type: () => String, description: 'The kind of mail.' }) kind: string,
    @Args('language', { type: () => String, description: 'The language, two letters.' }) language: string,
    @Args('revision', { type: () => Int, description: 'The revision that was read.' }) revision: number,
  ): Promise<MailTemplateView> { return this.templates.reset(actor, kind, language, revision); }

  @Mutation(() => ID, { description: 'Sends a preview to whoever asks; gives the mail\'s id.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  sendTestMail(@CurrentActor() actor: Actor, @Args('input', { type: () => MailTemplateInput, description: 'The template.' }) input: MailTemplateInput): Promise<string> { return this.templates.sendTest(actor, input); }
}
