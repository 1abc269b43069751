/** What sets the editions of SCORM 2004 apart in a manifest. */
export interface Edition {
  /** `schemaversion` of the manifest (CAM 3.4.1.2; 2nd Ed. CAM 2.5.1) */
  schemaVersion: 'CAM 1.3' | '2004 3rd Edition' | '2004 4th Edition';
  /** 4th Ed. CAM 3.4.1.14: `adlcp:completionThreshold` has a weight and says who decides; before it is a bare number */
  weightedCompletion: boolean;
  /** what `adlnav:hideLMSUI` can hide besides "next", "previous" and "abandon" (CAM 5.2.1): the 2nd Edition knows no more */
  hidesAbandonAll: boolean;
}
