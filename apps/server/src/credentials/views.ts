import { licenceInWords, shownState } from './certificate-facts.js';
import type { BodyRow, CertificateRow, SettingsRow } from './credentials.entity.js';
import { type AccreditingBody, type Certificate, CertificateBorder, CertificatePaper, type CertificateSettings, type CertificateSettingsInput, CertificateStatus, type CertificateTemplate, HoursKind, IssueMode } from './credentials.types.js';
import type { SettingsInput } from './issuing/settings-input.js';
import type { Design } from './template/design.js';

export function certificateView(row: CertificateRow): Certificate {
  const { id, facts, awardedOn, expiresOn, issuedAt, endedAt, reason, replacedBy, publicId } = row;
  return {
    id, status: CertificateStatus[shownState(row, new Date())], learner: facts.learner, licence: facts.licence === null ? null : licenceInWords(facts.licence), course: facts.course, version: facts.version, hours: facts.hours,
    awardedOn, expiresOn, organisation: facts.organisation, issuedAt, endedAt, reason, replacedBy, verifyPath: `/verify/${publicId}`, pdfPath: `/certificates/${id}/certificate.pdf`, badgePath: `/verify/${publicId}/badge.json`,
  };
}

export const bodyView = ({ id, name, providerNumber, statement }: BodyRow): AccreditingBody => ({ id, name, providerNumber, statement });

export function settingsView(row: SettingsRow | null, body: BodyRow | null): CertificateSettings {
  if (row === null) return { mode: IssueMode.OFF, hoursKind: HoursKind.NONE, hours: null, hoursMostADay: null, validMonths: null, licenceRequired: false, attestation: null, body: null, preTest: null, postTest: null, postTestMark: null };
  const { mode, hours, validMonths, licenceRequired, attestation, preTest, postTest, postTestMark } = row;
  return {
    mode: IssueMode[mode], hoursKind: HoursKind[hours.kind], hours: hours.kind === 'FIXED' ? hours.hours : null, hoursMostADay: hours.kind === 'MEASURED' ? hours.mostADay : null, validMonths, licenceRequired, attestation,
    body: body === null ? null : bodyView(body), preTest, postTest, postTestMark,
  };
}

export function settingsOf({ hoursKind, hours, hoursMostADay, ...rest }: CertificateSettingsInput): SettingsInput {
  const rule = hoursKind === HoursKind.FIXED ? { kind: 'FIXED' as const, hours: hours ?? 0 } : hoursKind === HoursKind.MEASURED ? { kind: 'MEASURED' as const, mostADay: hoursMostADay ?? null } : { kind: 'NONE' as const };
  return { ...rest, hours: rule };
}

export const templateView = (design: Design, updatedAt: string | null): CertificateTemplate => ({ ...design, paper: CertificatePaper[design.paper], border: CertificateBorder[design.border], updatedAt });
