import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../platform/config.js';
import { CONFIG } from '../../platform/platform.module.js';
import type { CertificateFacts } from '../certificate-facts.js';
import type { CertificateRow } from '../credentials.entity.js';
import { type Design, filled } from '../template/design.js';
import { type Picture, TemplateService } from '../template/template.service.js';
import type { Printed } from './lay-out.js';

/** A learner with the longest of what a certificate may say, for the preview. */
const sample: CertificateFacts = {
  learner: 'Ana-Sofía Ångström Gutiérrez', licence: { type: 'LCSW', number: '104729', state: 'Colorado' }, course: 'Becoming a provider of ketamine-assisted psychotherapy', courseVersionId: '', version: 3, label: '1.2', language: 'en',
  cohort: 'Spring', hours: 12.5, zone: 'UTC', organisation: '', accreditation: { body: 'Example Board', providerNumber: '1234', statement: 'Here stands the statement of the accrediting body.' }, attestation: null, tests: { pre: null, post: null },
};

/** Certificates on paper: drawn anew whenever asked for, of what was frozen when they were issued. */
@Injectable()
export class PapersService {
  constructor(private readonly templates: TemplateService, @Inject(CONFIG) private readonly config: Config) {}

  /** PDF files of certificates of one organisation, one after another as they are taken. `base`: where they can be checked. */
  async* pdfs(organisationId: string, rows: readonly CertificateRow[], base: string): AsyncGenerator<{ row: CertificateRow; bytes: Buffer }, void, undefined> {
    const designs = await this.templates.issuedIn(organisationId, rows.map(({ designId }) => designId));
    const pictures = new Map<string, Map<string, Picture>>();
    for (const row of rows) {
      const design = designs.get(row.designId);
      if (design === undefined) throw new Error('A certificate was issued in a design that is gone.');
      const own = pictures.get(row.designId) ?? await this.templates.pictures(organisationId, design);
      pictures.set(row.designId, own);
      yield { row, bytes: await this.#pdf(row, design, own, base) };
    }
  }

  async pdf(row: CertificateRow, base: string): Promise<Buffer> {
    for await (const { bytes } of this.pdfs(row.organisationId, [row], base)) return bytes;
    throw new Error('No certificate was drawn.');
  }

  /** How a design would look, as SVG. */
  async preview(organisationId: string, organisation: string, design: Design): Promise<string> {
    const [{ CertificateDocument }, { layOut }, { drawSvg }] = await Promise.all([import('./document.js'), import('./lay-out.js'), import('./draw-svg.js')]);
    const pictures = await this.templates.pictures(organisationId, design);
    const address = `${this.config.publicUrl}/verify/1234567890123456789012`;
    const document = new CertificateDocument({ paper: design.paper, title: '', author: '', subject: '', language: 'en', made: new Date(0), fonts: this.config.paperFonts });
    const printed = await printedOf({ facts: { ...sample, organisation }, awardedOn: '2026-11-28', expiresOn: '2028-11-28' }, design, pictures, address);
    return drawSvg(layOut(printed, document.measure), pictures);
  }

  async #pdf(row: CertificateRow, design: Design, pictures: Map<string, Picture>, base: string): Promise<Buffer> {
    // Fonts and PDF take a while to load, which no start of the server need wait for.
    const { drawPdf } = await import('./draw-pdf.js');
    const { facts } = row;
    const heading = filled(design.heading, { name: facts.learner, course: facts.course, version: String(facts.version), hours: '', date: row.awardedOn, organisation: facts.organisation, cohort: facts.cohort ?? '', licence: '' });
    return drawPdf(await printedOf(row, design, pictures, `${base}/verify/${row.publicId}`), pictures, {
      paper: design.paper, title: `${heading}: ${facts.learner}`, author: facts.organisation, subject: facts.course, language: facts.language, made: new Date(row.issuedAt), fonts: this.config.paperFonts,
    });
  }
}

async function printedOf({ facts, awardedOn, expiresOn }: Pick<CertificateRow, 'facts' | 'awardedOn' | 'expiresOn'>, design: Design, pictures: ReadonlyMap<string, Picture>, address: string): Promise<Printed> {
  const { qrModules } = await import('./qr.js');
  const composed = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' ? value.normalize('NFC') : value])) as unknown as CertificateFacts;
  return { facts: composed, design, awardedOn, expiresOn, address, code: qrModules(address), pictures };
}
