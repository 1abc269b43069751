export const formatNames = ['gift', 'aiken', 'moodle-xml', 'qti-2.1', 'qti-2.2', 'qti-3.0', 'csv'] as const;
export type FormatName = (typeof formatNames)[number];
