/** A question as it is typed: the field's name, and what is written in it. */
export interface Written {
  kind: RegExp;
  texts: Record<string, string>;
  /** what the item lint says of it at first, and what is written then */
  finding?: string;
  mended?: Record<string, string>;
}

/** Ten questions of nine kinds. The first has the wrong key (its first option is marked), the second two right answers. */
export const tenQuestions: readonly Written[] = [
  {
    kind: /^Single choice/, finding: 'The right option is the longest',
    texts: { Question: 'Which of these claims is the guide’s own?', 'Option 1': 'Ketamine is the established treatment of everything that a clinician will ever meet in practice', 'Option 2': 'Recognition of ketamine grows', 'Option 3': 'Ketamine has been given up' },
    mended: { 'Option 1': 'Ketamine is an established cure' },
  },
  { kind: /^Single choice/, texts: { Question: 'Whose interest grows as recognition does?', 'Option 1': 'Clinicians', 'Option 2': 'Nobody', 'Option 3': 'Practitioners' } },
  { kind: /^Multiple response/, texts: { Question: 'What is ketamine seen as a tool for?', 'Option 1': 'Depression', 'Option 2': 'Anxiety', 'Option 3': 'Broken bones', 'Option 4': 'Short sight' } },
  { kind: /^True or false/, texts: { Claim: 'Recognition of ketamine is growing.' } },
  { kind: /^Matching/, texts: { Question: 'What belongs together?', 'Premise 1': 'recognition', 'Premise 2': 'interest', 'Premise 3': 'practice', 'Target 1': 'grows as a tool is seen', 'Target 2': 'grows among clinicians', 'Target 3': 'is brought into by them', 'Target 4': 'is given up' } },
  { kind: /^Categories/, texts: { Question: 'Does the guide say it?', 'Category 1': 'It does', 'Category 2': 'It does not', 'Element 1': 'Recognition grows', 'Element 2': 'Interest grows', 'Element 3': 'Everybody is cured', 'Element 4': 'Nothing else is needed' } },
  { kind: /^Ordering/, texts: { Question: 'In what order does the guide tell it?', 'Element 1': 'Recognition grows', 'Element 2': 'Clinicians take an interest', 'Element 3': 'They look into it', 'Element 4': 'They bring it into practice' } },
  { kind: /^Fill in/, texts: { Question: 'What does recognition of ketamine do, in one word?', 'Answer 1': 'grow' } },
  { kind: /^Number/, texts: { Question: 'How many conditions does the sentence name?', 'The right number': '3', Tolerance: '0' } },
  { kind: /^Long text/, texts: { Question: 'Why does the guide speak of growing recognition?', 'Criterion 1': 'Reason', 'What level 1 asks': 'No reason is given', 'What level 2 asks': 'A reason of the guide is given' } },
];
