import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor } from '../identity/actor.js';
import { Allow, CurrentActor } from '../identity/allow.js';
import { IdentityService } from '../identity/identity.service.js';
import { Account, Viewer } from '../identity/identity.types.js';
import { Enrolment } from '../learning/learning.types.js';
import { found } from '../platform/found.js';
import { connection, PageArgs, pageOf } from '../platform/graphql/connection.js';
import { CertificatesService } from './certificates.service.js';
import { Attestation, Certificate, CertificateCase, CertificateConnection, CertificateStanding, Certification, IssuedCertificate } from './credentials.types.js';
import { AttestationsService } from './education/attestations.service.js';
import { IssuingService } from './issuing/issuing.service.js';
import { StandingsService } from './issuing/standings.service.js';
import { certificateView } from './views.js';

@Resolver(() => Certificate)
export class CertificatesResolver {
  constructor(private readonly certificates: CertificatesService, private readonly issuing: IssuingService, private readonly attestations: AttestationsService) {}

  @Query(() => Certificate, { nullable: true, description: 'One\'s own certificate, or for staff one of the organisation; null: there is none with this id that you may see.' })
  @Allow('signed-in')
  async certificate(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The certificate\'s id.' }) id: string): Promise<Certificate | null> {
    const row = await this.certificates.find(actor, id);
    return row === null ? null : certificateView(row);
  }

  @Mutation(() => Attestation, { description: 'Signs the declaration that one\'s own certificate asks for.' })
  @Allow('signed-in', 'scope:learning')
  async signAttestation(
    @CurrentActor() actor: Actor,
    @Args('enrolment', { type: () => ID, description: 'The enrolment.' }) enrolment: string,
    @Args('statement', { type: () => String, description: 'The words as they were shown.' }) statement: string,
  ): Promise<Attestation> {
    const row = await this.attestations.sign(actor, enrolment, statement);
    return { statement: row.statement, signedAt: row.attestedAt };
  }

  @Mutation(() => Certificate, { description: 'Gives one\'s own certificate, where it is earned and issued without approval; asking again gives the same.' })
  @Allow('signed-in', 'scope:learning')
  async claimCertificate(@CurrentActor() actor: Actor, @Args('enrolment', { type: () => ID, description: 'The enrolment.' }) enrolment: string): Promise<Certificate> {
    return certificateView(await this.issuing.claim(actor, enrolment));
  }

  @Mutation(() => [IssuedCertificate], { description: 'Issues certificates that are earned: approves those that wait, and issues anew after one was revoked. Each learner by herself; the answer says what became of each. At most 200 at once.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  async issueCertificates(@CurrentActor() actor: Actor, @Args('enrolments', { type: () => [ID], description: 'Whose.' }) enrolments: string[]): Promise<IssuedCertificate[]> {
    const issued = await this.issuing.issue(actor, enrolments);
    return issued.map(({ enrolmentId, certificate, why }) => ({ enrolment: enrolmentId, certificate: certificate === null ? null : certificateView(certificate), why }));
  }

  @Mutation(() => Certificate, { description: 'Revokes a certificate for good. Its page and its badge say so from now on.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  async revokeCertificate(
    @CurrentActor() actor: Actor,
    @Args('certificate', { type: () => ID, description: 'Which.' }) certificate: string,
    @Args('reason', { type: () => String, description: 'Why; staff and the learner see it, the public page does not say it.' }) reason: string,
  ): Promise<Certificate> {
    return certificateView(await this.issuing.revoke(actor, certificate, reason));
  }

  @Mutation(() => Certificate, { description: 'Issues a certificate anew with the learner\'s name and licence as they are now, its dates as they were. The old one says that it was replaced.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  async reissueCertificate(
    @CurrentActor() actor: Actor,
    @Args('certificate', { type: () => ID, description: 'Which.' }) certificate: string,
    @Args('reason', { type: () => String, description: 'Why.' }) reason: string,
  ): Promise<Certificate> {
    return certificateView(await this.issuing.reissue(actor, certificate, reason));
  }

  @Mutation(() => Certificate, { description: 'Renews a certificate that expires or has: a new one from today on. The old one says that it was replaced.' })
  @Allow('COORDINATOR', 'ADMINISTRATOR', 'scope:cohorts')
  async renewCertificate(
    @CurrentActor() actor: Actor,
    @Args('certificate', { type: () => ID, description: 'Which.' }) certificate: string,
    @Args('reason', { type: () => String, description: 'On what ground.' }) reason: string,
  ): Promise<Certificate> {
    return certificateView(await this.issuing.renew(actor, certificate, reason));
  }
}

/** What certificates add to an enrolment. */
@Resolver(() => Enrolment)
export class EnrolmentCertificatesResolver {
  constructor(private readonly certificates: CertificatesService, private readonly standings: StandingsService) {}

  @ResolveField(() => Certificate, { nullable: true, description: 'The newest certificate; null: none was issued.' })
  @Allow('with-parent')
  async certificate(@CurrentActor() actor: Actor, @Parent() { id }: Enrolment): Promise<Certificate | null> {
    const [newest] = await this.certificates.ofEnrolment(actor, id);
    return newest === undefined ? null : certificateView(newest);
  }

  @ResolveField(() => Certification, { description: 'How the learner stands with her certificate.' })
  @Allow('with-parent')
  async certification(@CurrentActor() actor: Actor, @Parent() { id }: Enrolment): Promise<Certification> {
    const { standing, left, settings, attestation } = found(await this.standings.case(actor, id));
    const statement = settings?.attestation ?? null;
    return { standing: CertificateStanding[standing], left, attestation: statement === null ? null : { statement, signedAt: attestation?.statement === statement ? attestation.attestedAt : null } };
  }
}

/** What certificates add to whoever is signed in. */
@Resolver(() => Viewer)
export class ViewerCertificatesResolver {
  constructor(private readonly service: CertificatesService) {}

  @ResolveField(() => CertificateConnection, { description: 'The viewer\'s certificates that were not replaced, newest first: her transcript.' })
  @Allow('signed-in')
  async certificates(@CurrentActor() actor: Actor, @Args() args: PageArgs): Promise<CertificateConnection> {
    const page = pageOf(args, 1);
    const { rows, total } = await this.service.ofViewer(actor, page);
    return connection(rows, page, total, ({ id }) => [id], certificateView);
  }
}

@Resolver(() => CertificateCase)
export class CertificateCaseResolver {
  constructor(private readonly identity: IdentityService) {}

  @ResolveField(() => Account, { nullable: true, description: 'The learner; null: somebody who is here no more.' })
  learner(@CurrentActor() actor: Actor, @Parent() { accountId }: CertificateCase): Promise<Account | null> { return this.identity.account(actor, accountId); }
}
