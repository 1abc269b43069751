import type { PackageStandard } from '../verification.js';

/** Where the schemas of a standard lie, and which file defines which namespace of a manifest. */
interface SchemaSet { folder: string; namespaces: Record<string, string> }

const scorm2004 = {
  'http://www.imsglobal.org/xsd/imscp_v1p1': 'imscp_v1p1.xsd',
  'http://www.adlnet.org/xsd/adlcp_v1p3': 'adlcp_v1p3.xsd',
  'http://www.adlnet.org/xsd/adlseq_v1p3': 'adlseq_v1p3.xsd',
  'http://www.adlnet.org/xsd/adlnav_v1p3': 'adlnav_v1p3.xsd',
  'http://www.imsglobal.org/xsd/imsss': 'imsss_v1p0.xsd',
};

/**
 * The schemas that a manifest is checked with. LOM metadata are left out: our schema of them knows only what our own
 * packages write, and no LMS refuses a package for its metadata.
 */
export const schemaSets = {
  'scorm-1.2': {
    folder: 'scorm-1.2',
    namespaces: {
      'http://www.imsproject.org/xsd/imscp_rootv1p1p2': 'imscp_rootv1p1p2.xsd',
      'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1': 'imsmd_rootv1p2p1.xsd',
      'http://www.adlnet.org/xsd/adlcp_rootv1p2': 'adlcp_rootv1p2.xsd',
    },
  },
  'scorm-2004-2': { folder: 'scorm-2004-2', namespaces: scorm2004 },
  'scorm-2004-3': { folder: 'scorm-2004-3', namespaces: scorm2004 },
  'scorm-2004-4': { folder: 'scorm-2004-4', namespaces: scorm2004 },
  cmi5: { folder: 'cmi5', namespaces: { 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd': 'CourseStructure.xsd' } },
} as const satisfies Record<PackageStandard, SchemaSet>;
