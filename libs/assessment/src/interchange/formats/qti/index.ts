import type { Format } from '../../contract.js';
import type { FormatName } from '../../format-names.js';
import { format } from '../../format.js';
import { dialects, type Dialect } from './dialect.js';
import { assemble, type Piece } from './package.js';
import { read } from './read.js';
import { write } from './write.js';

/** QTI (1EdTech): items as XML in a content package. Any of the three readers reads all three versions. */
export const qti21 = qti('qti-2.1', dialects['2.1']);
export const qti22 = qti('qti-2.2', dialects['2.2']);
export const qti30 = qti('qti-3.0', dialects['3.0']);

function qti(name: FormatName, dialect: Dialect): Format {
  return format<Piece>(name, {
    title: `QTI ${dialect.version}`,
    write: (item, ledger) => write(item, ledger, dialect),
    assemble: (pieces, title) => assemble(pieces, title, dialect),
    read,
  });
}
