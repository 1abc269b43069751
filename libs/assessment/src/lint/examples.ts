import type { LintCode } from './code.js';
import { essay, gaps, type LabelledItem, match, one, whether } from './labelled/labelled-item.js';

/** For every rule a flawed item (or several, of one bank) and the same mended: shown in docs/item-lint.md, and linted by a test. */
export const examples: Record<LintCode, { flawed: LabelledItem[]; mended: LabelledItem[] }> = {
  'longest-option': pair('Why is milk heated before it is made into yoghurt?', ['For its taste', '*To change its proteins so that the yoghurt sets firmly', 'For its colour'], 'Why is milk heated before it is made into yoghurt?', ['For a better taste', '*For a firmer set', 'For a paler colour']),
  'all-of-the-above': pair('Which of these keep bread fresh?', ['A cloth bag', 'A clay pot', '*All of the above'], 'Which place keeps bread fresh for longest?', ['A fridge', '*A clay pot', 'A paper bag']),
  'none-of-the-above': pair('Which metal rusts?', ['Gold', 'Tin', '*None of the above'], 'Which metal rusts?', ['Gold', '*Iron', 'Tin']),
  'combined-options': pair('Which grains hold gluten?', ['Wheat', 'Rye', '*Both A and B', 'Maize'], 'Which grain holds gluten?', ['Rice', '*Rye', 'Maize']),
  'absolute-term': pair('What does a lease of one year allow?', ['*Notice at its end', 'Never any notice', 'A rise each month'], 'What does a lease of one year allow?', ['*Notice at its end', 'Notice in its first week', 'A rise each month']),
  'grammatical-cue': pair('A doctor for the skin is called a', ['*dermatologist', 'oculist', 'internist'], 'What is a doctor for the skin called?', ['*Dermatologist', 'Oculist', 'Internist']),
  clang: pair('Where are fishing permits for the harbour sold?', ['At the town hall', '*At the harbour office', 'At the museum'], 'Where are fishing permits sold?', ['At the town hall', '*At the harbour office', 'At the museum']),
  convergence: pair('What belongs in a basic bread?', ['Flour and sugar', '*Flour and yeast', 'Starch and yeast', 'Flour and milk'], 'What makes a basic bread rise?', ['Sugar', '*Yeast', 'Milk']),
  'unmarked-negative': pair('Which of these birds does not migrate?', ['Swallow', '*House sparrow', 'Stork'], 'Which of these birds does <strong>NOT</strong> migrate?', ['Swallow', '*House sparrow', 'Stork']),
  'double-negative': pair('Which of these is <strong>NOT</strong> a reason to refuse a refund?', ['There is no receipt', '*The buyer moved away', 'The seal is broken'], 'What is a reason to grant a refund?', ['A new address', '*A broken hinge', 'A lost receipt']),
  'unfocused-stem': pair('Which of the following statements about owls is true?', ['They sleep in winter', '*They turn their heads far', 'They feed on leaves'], 'How does an owl see what is behind it?', ['By moving its eyes', '*By turning its head', 'By leaning back']),
  'window-dressing': pair('Maps have a long and fascinating history. They are popular all over the world, and collectors pay high prices for beautiful sheets. What does a contour line join?', ['*Points of one height', 'Places of one name', 'Towns of one county'], 'What does a contour line on a map join?', ['*Points of one height', 'Places of one name', 'Towns of one county']),
  'blank-in-the-middle': pair('The ____ is where a plane is parked for repair.', ['*hangar', 'apron', 'tower'], 'A plane is parked for repair in the ____', ['*hangar', 'tower', 'lounge']),
  'hard-reading': pair('Notwithstanding considerable administrative heterogeneity characterising municipal organisations internationally, contemporary investigations demonstrate that participatory deliberation substantially influences infrastructural prioritisation; which democratically legitimated institution customarily initiates consultation?', ['The court', '*The council', 'The police'], 'A town asks its people which street to mend first. Who begins such a talk?', ['The court', '*The council', 'The police']),
  'overlapping-ranges': pair('How many hours of sleep does an adult need?', ['4 to 6', '*6 to 9', '9 to 12'], 'How many hours of sleep does an adult need?', ['3 to 5', '*7 to 9', '11 to 13']),
  'numbers-out-of-order': pair('How many players has a football team on the pitch?', ['15', '9', '*11'], 'How many players has a football team on the pitch?', ['9', '*11', '15']),
  'unlike-options': pair('What should a guest do when the alarm rings?', ['*Leave by the stairs', 'To call the lift', 'Waiting in bed'], 'What should a guest do when the alarm rings?', ['*Leave by the stairs', 'Call the lift', 'Wait in bed']),
  'uneven-options': pair('What keeps a thermos warm?', ['*A vacuum', 'A coil of wire that is warmed by the hand of whoever carries the flask', 'A filter'], 'What keeps a thermos warm?', ['*A vacuum', 'A coil of wire', 'A filter']),
  'repeated-opening': pair('What did the new bridge change?', ['The time needed for a letter', '*The time needed for a crossing', 'The time needed for a harvest'], 'For what did the new bridge change the time needed?', ['A letter', '*A crossing', 'A harvest']),
  'duplicate-option': pair('What measures heat?', ['*A thermometer', 'The thermometer', 'A scale'], 'What measures heat?', ['*A thermometer', 'A barometer', 'A scale']),
  'implausible-option': pair('Who signs a deed?', ['*The seller', 'The broker', 'A unicorn'], 'Who signs a deed?', ['*The seller', 'The broker', 'The tenant']),
  'vague-frequency': pair('How often is the brake fluid of this car changed?', ['Rarely', '*Every two years', 'At each wash'], 'How often is the brake fluid of this car changed?', ['Every month', '*Every two years', 'Every ten years']),
  'too-few-options': pair('Which season follows spring?', ['*Summer', 'Winter'], 'Which season follows spring?', ['*Summer', 'Autumn', 'Winter']),
  'too-many-options': pair('Which colour has a ripe banana?', ['Red', 'Blue', '*Yellow', 'Green', 'Black', 'White', 'Pink'], 'Which colour has a ripe banana?', ['Red', '*Yellow', 'Green']),
  'two-claims': { flawed: [whether('e1', 'Granite is a rock and it floats on water.', false)], mended: [whether('e1', 'Granite floats on water.', false)] },
  'negative-claim': { flawed: [whether('e1', 'A bat is not a bird.', true)], mended: [whether('e1', 'A bat is a mammal.', true)] },
  'equal-matching': {
    flawed: [match('e1', 'Match each animal to its home.', [['Bee', 'Hive'], ['Fox', 'Den'], ['Bird', 'Nest']], [])],
    mended: [match('e1', 'Match each animal to its home. One home is left over.', [['Bee', 'Hive'], ['Fox', 'Den'], ['Bird', 'Nest']], ['Web'])],
  },
  'guessable-gap': {
    flawed: [gaps('e1', 'Complete the sentence.', 'Ice forms when water [*freezes|boils].')],
    mended: [gaps('e1', 'Complete the sentence.', 'Ice forms when water [*freezes|settles|clears].')],
  },
  'no-rubric': {
    flawed: [essay('e1', 'Explain why a town should plant trees.', { Reasons: ['Good'] })],
    mended: [essay('e1', 'Explain why a town should plant trees.', { Reasons: ['Names none', 'Names one', 'Names two and weighs them'] })],
  },
  'missing-feedback': {
    flawed: [one('e1', 'Which planet has rings that a small telescope shows?', ['Mars', '*Saturn', 'Venus'], [], { feedback: {} })],
    mended: [one('e1', 'Which planet has rings that a small telescope shows?', ['Mars', '*Saturn', 'Venus'], [], { feedback: { correctHtml: 'Its rings are wide and bright.', incorrectHtml: 'Saturn: no other planet has rings so bright.' } })],
  },
  'no-statement': {
    flawed: [one('e1', 'Which knot holds a tent line?', ['A bow', '*A taut-line hitch', 'A granny knot'], [], { statements: [] })],
    mended: [one('e1', 'Which knot holds a tent line?', ['A bow', '*A taut-line hitch', 'A granny knot'], [], { statements: ['s12'] })],
  },
  'key-position': { flawed: claims(() => true), mended: claims((index) => index % 2 === 0) },
  'near-duplicate': {
    flawed: [one('e1', 'Which tool tightens a nut on a bolt?', ['A saw', '*A spanner', 'A plane']), one('e2', 'Which tool tightens a nut upon a bolt?', ['A saw', '*A spanner', 'A plane'])],
    mended: [one('e1', 'Which tool tightens a nut on a bolt?', ['A saw', '*A spanner', 'A plane'])],
  },
  'answer-elsewhere': {
    flawed: [one('e1', 'Which gas do green plants release in daylight?', ['Nitrogen', '*Oxygen', 'Helium']), one('e2', 'Green plants release oxygen, a gas, in daylight. Where does it leave them?', ['At the root', '*At the leaf', 'At the bark'])],
    mended: [one('e1', 'Which gas do green plants release in daylight?', ['Nitrogen', '*Oxygen', 'Helium']), one('e2', 'Where do gases leave a plant?', ['At the root', '*At the leaf', 'At the bark'])],
  },
};

function pair(stem: string, options: string[], mendedStem: string, mendedOptions: string[]): { flawed: LabelledItem[]; mended: LabelledItem[] } {
  return { flawed: [one('e1', stem, options)], mended: [one('e1', mendedStem, mendedOptions)] };
}

function claims(right: (index: number) => boolean): LabelledItem[] {
  const facts = ['Pine is a softwood.', 'Brass holds zinc.', 'Silk comes from moths.', 'Clay holds water.', 'Lead is heavy.', 'Amber is resin.', 'Cork floats.', 'Wool is warm.', 'Chalk is soft.', 'Glass is brittle.', 'Tar is sticky.', 'Slate splits.'];
  return facts.map((fact, index) => whether(`e${index + 1}`, fact, right(index)));
}
