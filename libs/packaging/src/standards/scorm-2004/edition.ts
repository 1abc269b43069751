/** What sets the editions of SCORM 2004 apart in a manifest. */
export interface Edition {
  /** `schemaversion` of the manifest (CAM 3.4.1.2; 2nd Ed. CAM 1.3.1) */
  schemaVersion: 'CAM 1.3' | '2004 3rd Edition' | '2004 4th Edition';
  /** CAM 3.4.1.14: `adlcp:completionThreshold` has a weight and says who decides; else it is a bare number */
  weightedCompletion: boolean;
}
