import { format } from '../../format.js';
import { el, xmlDocument, type XmlOut } from '../../xml/write.js';
import { read } from './read.js';
import { write } from './write.js';

/** Moodle XML: the exchange format of Moodle's question bank (question types of Moodle's core). */
export const moodleXml = format<XmlOut>('moodle-xml', {
  title: 'Moodle XML',
  write,
  assemble: (pieces, title) => [{
    path: 'questions.xml', mediaType: 'application/xml',
    text: xmlDocument(el('quiz', {}, el('question', { type: 'category' }, el('category', {}, el('text', {}, `$course$/top/${title.replaceAll('/', '//')}`))), ...pieces.map(({ piece }) => piece))),
  }],
  read,
});
