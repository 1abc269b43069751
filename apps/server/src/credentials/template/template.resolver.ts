import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Actor } from '../../identity/actor.js';
import { Allow, CurrentActor } from '../../identity/allow.js';
import { IdentityService } from '../../identity/identity.service.js';
import { found } from '../../platform/found.js';
import { CertificateTemplate, CertificateTemplateInput } from '../credentials.types.js';
import { PapersService } from '../paper/papers.service.js';
import { templateView } from '../views.js';
import { TemplateService } from './template.service.js';

@Resolver()
export class TemplateResolver {
  constructor(private readonly templates: TemplateService, private readonly papers: PapersService, private readonly identity: IdentityService) {}

  @Query(() => CertificateTemplate, { description: 'How the organisation\'s next certificates look.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR')
  async certificateTemplate(@CurrentActor() actor: Actor): Promise<CertificateTemplate> {
    const { design, updatedAt } = await this.templates.design(actor.organisationId);
    return templateView(design, updatedAt);
  }

  @Query(() => CertificateTemplate, { description: 'The template to start from: in the organisation\'s colour, with its logo.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR')
  async usualCertificateTemplate(@CurrentActor() actor: Actor): Promise<CertificateTemplate> {
    return templateView(await this.templates.usual(actor.organisationId), null);
  }

  @Query(() => String, { description: 'How a certificate of a template would look, with a learner made up: an SVG picture. Nothing is saved.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR')
  async previewCertificate(@CurrentActor() actor: Actor, @Args('input', { type: () => CertificateTemplateInput, description: 'The template.' }) input: CertificateTemplateInput): Promise<string> {
    const design = await this.templates.checked(actor, input);
    return this.papers.preview(actor.organisationId, found(await this.identity.organisation(actor)).name, design);
  }

  @Mutation(() => CertificateTemplate, { description: 'Sets how the organisation\'s next certificates look. Those that were issued stay as they are.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  async saveCertificateTemplate(@CurrentActor() actor: Actor, @Args('input', { type: () => CertificateTemplateInput, description: 'How they are to look.' }) input: CertificateTemplateInput): Promise<CertificateTemplate> {
    const { design, updatedAt } = await this.templates.save(actor, input);
    return templateView(design, updatedAt);
  }
}
