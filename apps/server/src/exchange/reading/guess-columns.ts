/** What tables of others call our columns, in lower case; the first that a table has is meant. */
const others: Record<string, readonly string[]> = {
  stem: ['stem', 'question', 'question text', 'question stem', 'item', 'text', 'frage', 'pregunta'],
  correct: ['correct', 'answer', 'correct answer', 'right answer', 'key', 'solution', 'antwort', 'lösung', 'respuesta'],
  kind: ['kind', 'type', 'question type', 'item type'],
  id: ['id', 'name', 'code', 'item id', 'number', 'no', 'nr'],
  level: ['level', 'bloom', 'cognitive level'], difficulty: ['difficulty'], points: ['points', 'score', 'marks', 'max score'],
  tags: ['tags', 'topic', 'topics', 'category', 'keywords'], statements: ['statements', 'statement', 'objective', 'objectives'],
  'feedback correct': ['feedback correct', 'correct feedback', 'explanation', 'rationale', 'feedback'], 'feedback incorrect': ['feedback incorrect', 'incorrect feedback'],
};
const choiceNames = [/^(?:choice|option|answer|antwort)\s*([a-h])$/, /^([a-h])$/];
const numberedNames = /^(choice|option|distractor|target|feedback)\s*(\d{1,2})$/;

const plain = (heading: string): string => heading.trim().toLowerCase().replaceAll(/[\s_.:-]+/g, ' ').trim();

/** Which heading of a table likely holds which of our columns; nothing for headings that are ours already. */
export function guessColumns(headings: readonly string[]): Record<string, string> {
  const guess: Record<string, string> = {};
  const used = new Set<string>();
  const take = (column: string, heading: string | undefined): void => {
    if (heading === undefined || used.has(heading) || guess[column] !== undefined) return;
    guess[column] = heading;
    used.add(heading);
  };
  for (const heading of headings) {
    const [, name, number] = numberedNames.exec(plain(heading)) ?? [];
    if (number !== undefined) take(`${name === 'option' || name === 'distractor' ? 'choice' : name ?? 'choice'} ${Number(number)}`, heading);
    const letter = choiceNames.map((pattern) => pattern.exec(plain(heading))?.[1]).find((found) => found !== undefined);
    if (letter !== undefined) take(`choice ${letter.charCodeAt(0) - 96}`, heading);
  }
  for (const [column, names] of Object.entries(others)) for (const name of names) take(column, headings.find((heading) => plain(heading) === name));
  return guess;
}
