/** A small package as another tool would make it: files by path. Tests change one thing in it. */
export type Files = Record<string, string>;

export const page = '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Knots</title><script src="course.js"></script></head><body><h1>Knots</h1></body></html>';

export const scorm12: Files = {
  'imsmanifest.xml': `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="knots" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="org">
    <organization identifier="org">
      <title>Knots</title>
      <item identifier="bowline" identifierref="r1"><title>Bowline</title></item>
      <item identifier="reef" identifierref="r1"><title>Reef knot</title><adlcp:prerequisites type="aicc_script">bowline</adlcp:prerequisites><adlcp:masteryscore>80</adlcp:masteryscore></item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="r1" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="index.html"/>
      <file href="course.js"/>
      <dependency identifierref="r2"/>
    </resource>
    <resource identifier="r2" type="webcontent" adlcp:scormtype="asset"><file href="style.css"/></resource>
  </resources>
</manifest>
`,
  'index.html': page,
  'course.js': "var api = window.parent.API; api.LMSInitialize(''); function save() { api.LMSSetValue('cmi.core.lesson_status', 'completed'); api.LMSCommit(''); } save();\n",
  'style.css': 'body { color: #123 }\n',
};

export const scorm2004: Files = {
  ...scorm12,
  'imsmanifest.xml': `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="knots" version="1.0" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>2004 3rd Edition</schemaversion>
  </metadata>
  <organizations default="org">
    <organization identifier="org">
      <title>Knots</title>
      <item identifier="ends"><title>Ends</title>
        <item identifier="bowline" identifierref="r1"><title>Bowline</title></item>
        <imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="r1" type="webcontent" adlcp:scormType="sco" href="index.html"><file href="index.html"/><file href="course.js"/><file href="style.css"/></resource>
  </resources>
</manifest>
`,
  'course.js': "var api = window.parent.API_1484_11; api.Initialize(''); function save() { api.SetValue('cmi.completion_status', 'completed'); api.Commit(''); } save();\n",
};

export const cmi5: Files = {
  'cmi5.xml': `<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="https://example.org/knots"><title><langstring lang="en">Knots</langstring></title><description><langstring lang="en">Knots</langstring></description></course>
  <objectives><objective id="https://example.org/knots/o1"><title><langstring lang="en">Tie</langstring></title><description><langstring lang="en">Tie</langstring></description></objective></objectives>
  <au id="https://example.org/knots/1" moveOn="Passed" masteryScore="0.8" launchMethod="AnyWindow"><title><langstring lang="en">Bowline</langstring></title><description><langstring lang="en">Bowline</langstring></description><objectives><objective idref="https://example.org/knots/o1"/></objectives><url>index.html</url></au>
</courseStructure>
`,
  'index.html': page,
  'course.js': 'fetch("x");\n',
};

/** Files with one text replaced in one of them. Throws when the text is not there. */
export function changed(files: Files, path: string, from: string, to: string): Files {
  const text = files[path];
  if (text === undefined || !text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  return { ...files, [path]: text.replace(from, () => to) };
}
