import type { ExchangeFormat } from '../generated/graphql.js';

interface About { format: ExchangeFormat; name: string; about: string }
/** What questions come in and go out in, the most wanted first. */
export const formats: readonly About[] = [
  { format: 'QTI_3_0', name: 'QTI 3.0', about: 'A package for newer assessment systems. Holds most, pictures too.' },
  { format: 'QTI_2_2', name: 'QTI 2.2', about: 'For TAO and most systems of today.' },
  { format: 'QTI_2_1', name: 'QTI 2.1', about: 'For older systems.' },
  { format: 'MOODLE_XML', name: 'Moodle XML', about: 'For Moodle’s question bank.' },
  { format: 'GIFT', name: 'GIFT', about: 'Moodle’s text format: good to read and to edit by hand.' },
  { format: 'AIKEN', name: 'Aiken', about: 'Plain text, one right answer, nothing else.' },
  { format: 'XLSX', name: 'Excel workbook', about: 'A row for each question.' },
  { format: 'CSV', name: 'CSV table', about: 'The same for any spreadsheet or script.' },
  { format: 'COURSE_SOURCE', name: 'Course source', about: 'YAML and Markdown, for Git. Holds everything.' },
];

export const formatName = (format: ExchangeFormat): string => formats.find((one) => one.format === format)?.name ?? format;
