import type { XmlTree } from '../../xml/read.js';
import type { XmlOut } from '../../xml/write.js';

/** What the versions of QTI differ in. Files are made and read in the words of 2.x; 3.0 has them with hyphens and `qti-` before. */
export interface Dialect { version: '2.1' | '2.2' | '3.0'; namespace: string; schema: string; resourceType: string; manifest: string; manifestSchema: string; hyphens: boolean }

export const dialects = {
  '2.1': {
    version: '2.1', namespace: 'http://www.imsglobal.org/xsd/imsqti_v2p1', schema: 'http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd',
    resourceType: 'imsqti_item_xmlv2p1', manifest: 'http://www.imsglobal.org/xsd/imscp_v1p1', manifestSchema: 'QTIv2.1 Package', hyphens: false,
  },
  '2.2': {
    version: '2.2', namespace: 'http://www.imsglobal.org/xsd/imsqti_v2p2', schema: 'http://www.imsglobal.org/xsd/qti/qtiv2p2/imsqti_v2p2.xsd',
    resourceType: 'imsqti_item_xmlv2p2', manifest: 'http://www.imsglobal.org/xsd/imscp_v1p1', manifestSchema: 'QTIv2.2 Package', hyphens: false,
  },
  '3.0': {
    version: '3.0', namespace: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0', schema: 'https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd',
    resourceType: 'imsqti_item_xmlv3p0', manifest: 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1', manifestSchema: 'QTI Package', hyphens: true,
  },
} as const satisfies Record<string, Dialect>;

/** Words of QTI that are elements; all others in an item are HTML. */
const words = [
  'assessmentItem', 'responseDeclaration', 'outcomeDeclaration', 'correctResponse', 'defaultValue', 'value', 'mapping', 'mapEntry', 'itemBody', 'prompt', 'rubricBlock',
  'choiceInteraction', 'simpleChoice', 'matchInteraction', 'simpleMatchSet', 'simpleAssociableChoice', 'orderInteraction', 'textEntryInteraction', 'inlineChoiceInteraction',
  'inlineChoice', 'hotspotInteraction', 'hotspotChoice', 'extendedTextInteraction', 'modalFeedback', 'responseProcessing', 'responseCondition', 'responseIf', 'responseElse', 'responseElseIf',
  'setOutcomeValue', 'variable', 'correct', 'baseValue', 'match', 'equal', 'and', 'or', 'sum', 'product', 'mapResponse', 'patternMatch', 'multiple', 'isNull', 'not', 'gte',
  'gapMatchInteraction', 'associateInteraction', 'hottextInteraction', 'selectPointInteraction', 'graphicOrderInteraction', 'graphicAssociateInteraction', 'graphicGapMatchInteraction',
  'positionObjectInteraction', 'sliderInteraction', 'drawingInteraction', 'uploadInteraction', 'mediaInteraction', 'endAttemptInteraction', 'customInteraction', 'portableCustomInteraction',
  'feedbackInline', 'feedbackBlock', 'templateInline', 'templateBlock', 'printedVariable', 'stylesheet', 'templateDeclaration', 'templateProcessing', 'contentBody', 'hottext', 'gap', 'gapText', 'gapImg', 'associableHotspot', 'assessmentStimulusRef', 'mapResponsePoint', 'areaMapping',
] as const;
const hyphened = (word: string): string => word.replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
const written = new Map<string, string>(words.map((word) => [word, `qti-${hyphened(word)}`]));
const readBack = new Map([...written].map(([word, hyphens]) => [hyphens, word]));
/** Attributes of HTML that are never hyphened. */
const attributesBack = (name: string): string => (/^(data|aria)-|:/.test(name) ? name : name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()));

/** An item made in the words of 2.x, in those of the dialect. */
export function inDialect(tree: XmlOut, dialect: Dialect): XmlOut {
  if (!dialect.hyphens) return tree;
  const qti = written.get(tree.name);
  const attributes = qti === undefined ? tree.attributes : Object.fromEntries(Object.entries(tree.attributes).map(([name, value]) => [/[:]|^xmlns/.test(name) ? name : hyphened(name), value]));
  return { name: qti ?? tree.name, attributes, children: tree.children.map((child) => (typeof child === 'string' ? child : inDialect(child, dialect))) };
}

/** An item of any version in the words of 2.x. */
export function inWordsOf2(tree: XmlTree): XmlTree {
  const qti = readBack.get(tree.name);
  const attributes = qti === undefined ? tree.attributes : Object.fromEntries(Object.entries(tree.attributes).map(([name, value]) => [attributesBack(name), value]));
  return { ...tree, name: qti ?? (tree.name.startsWith('qti-') ? attributesBack(tree.name.slice(4)) : tree.name), attributes, children: tree.children.map((child) => (typeof child === 'string' ? child : inWordsOf2(child))) };
}

/** Ids of ours may begin with a digit, identifiers of QTI (an NCName) may not. No id of ours has an underscore. */
export function identifier(id: string): string {
  return /^[0-9]/.test(id) ? `_${id}` : id;
}
export function idOfIdentifier(name: string): string {
  return name.replace(/^_(?=[0-9])/, '').replace(/__$/, '');
}
