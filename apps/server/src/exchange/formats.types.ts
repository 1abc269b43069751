import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { noteSentences, type NoteCode } from '@preceptor/assessment/interchange';
import { Allow } from '../identity/allow.js';

/** Formats by their names in GraphQL. */
export const ExchangeFormatEnum = {
  QTI_3_0: 'qti-3.0', QTI_2_2: 'qti-2.2', QTI_2_1: 'qti-2.1', MOODLE_XML: 'moodle-xml', GIFT: 'gift', AIKEN: 'aiken', CSV: 'csv', XLSX: 'xlsx', COURSE_SOURCE: 'course-source',
} as const;
registerEnumType(ExchangeFormatEnum, {
  name: 'ExchangeFormat', description: 'A format in which items come in and go out.',
  valuesMap: {
    QTI_3_0: { description: 'A package of QTI 3.0 items.' }, QTI_2_2: { description: 'A package of QTI 2.2 items.' }, QTI_2_1: { description: 'A package of QTI 2.1 items, or of an older version.' },
    MOODLE_XML: { description: 'Moodle XML.' }, GIFT: { description: 'GIFT, Moodle\'s text format.' }, AIKEN: { description: 'Aiken: one right choice, plain text.' },
    CSV: { description: 'A table, an item a row.' }, XLSX: { description: 'The same as an Excel workbook.' }, COURSE_SOURCE: { description: 'Banks of the course source, in YAML and Markdown.' },
  },
});

@ObjectType({ description: 'Something that became of an item on its way in or out.' })
@Allow('with-parent')
export class ExchangeNote {
  @Field(() => String, { description: 'A code of docs/interchange.md.' })
  code!: string;
  @Field(() => String, { description: 'What it is about, for a person.' })
  sentence!: string;
}
export const notesOf = (codes: readonly NoteCode[]): ExchangeNote[] => codes.map((code) => ({ code, sentence: noteSentences[code] }));

@ObjectType({ description: 'A column of ours and the heading that a table has for it.' })
@Allow('with-parent')
export class ImportColumn {
  @Field(() => String, { description: 'Our column, such as stem or choice 1.' })
  column!: string;
  @Field(() => String, { description: 'The heading in the table.' })
  heading!: string;
}
export const columnsOf = (columns: Record<string, string>): ImportColumn[] => Object.entries(columns).map(([column, heading]) => ({ column, heading }));

@ObjectType({ description: 'A column that a table of items may have.' })
@Allow('with-parent')
export class TableColumn {
  @Field(() => String, { description: 'What it is called.' })
  column!: string;
  @Field(() => String, { description: 'What it holds, for a person.' })
  holds!: string;
}
