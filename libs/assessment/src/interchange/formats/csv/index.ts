import { format } from '../../format.js';
import { csvHeadings } from './columns.js';
import { read } from './read.js';
import { writeTable } from './table.js';
import { write, type Cells } from './write.js';

export { csvColumns, csvHeadings } from './columns.js';

/** A table with a row for each item, for spreadsheets. */
export const csv = format<Cells>('csv', {
  title: 'CSV',
  write,
  assemble: (pieces) => {
    const rows = pieces.map(({ piece }) => piece);
    const most = Math.max(6, ...rows.flatMap((cells) => Object.keys(cells).map((name) => Number(/ (\d+)$/.exec(name)?.[1] ?? '0'))));
    return [{ path: 'questions.csv', mediaType: 'text/csv', text: tableOf(rows, most) }];
  },
  read,
});

/** A table to fill in: the headings and a row of each kind that CSV can hold. */
export function csvTemplate(): string {
  return tableOf([
    { kind: 'single-choice', stem: 'Which of these is a fruit?', correct: '2', level: 'recall', difficulty: 'easy', 'choice 1': 'A carrot', 'choice 2': 'An apple', 'feedback 1': 'A carrot is a root.' },
    { kind: 'multiple-response', stem: 'Which of these are roots?', correct: '1;3', scoring: 'partial', 'choice 1': 'Carrot', 'choice 2': 'Pea', 'choice 3': 'Beetroot' },
    { kind: 'true-false', stem: 'A tomato is a fruit.', correct: 'true', 'feedback 2': 'It grows from a flower and holds seeds.' },
    { kind: 'matching', stem: 'What does each become?', correct: '2;1', 'choice 1': 'Milk', 'choice 2': 'Grapes', 'target 1': 'Wine', 'target 2': 'Cheese', 'target 3': 'Bread' },
    { kind: 'categorising', stem: 'Fruit or root?', correct: '1;2;1', 'choice 1': 'Apple', 'choice 2': 'Carrot', 'choice 3': 'Pear', 'target 1': 'Fruit', 'target 2': 'Root' },
    { kind: 'extended-matching', stem: 'Which food is meant?', correct: '3;1', 'choice 1': 'It is made of milk.', 'choice 2': 'It is baked.', 'target 1': 'Bread', 'target 2': 'Wine', 'target 3': 'Cheese' },
    { kind: 'ordering', stem: 'Put the steps of baking in order.', correct: '2;1;3', 'choice 1': 'Knead', 'choice 2': 'Mix', 'choice 3': 'Bake' },
    { kind: 'fill-in', stem: 'What makes dough rise?', correct: 'text;pattern', 'choice 1': 'yeast', 'choice 2': 'sour ?dough' },
    { kind: 'numeric', stem: 'At how many degrees does water boil?', correct: '100', tolerance: '0.5', units: '°C;°F', unit: '°C' },
  ], 6);
}

function tableOf(rows: readonly Cells[], choices: number): string {
  const headings = csvHeadings(choices);
  return writeTable([headings, ...rows.map((cells) => headings.map((heading) => cells[heading] ?? ''))]);
}
