import { format } from '../../format.js';
import { read } from './read.js';
import { write } from './write.js';

/** GIFT (Moodle): questions as text, parted by empty lines. */
export const gift = format<string>('gift', {
  title: 'GIFT',
  write,
  assemble: (pieces) => [{ path: 'questions.gift', mediaType: 'text/plain', text: `${pieces.map(({ piece }) => piece).join('\n\n')}\n` }],
  read,
});
