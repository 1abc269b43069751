import type { INestApplicationContext } from '@nestjs/common';
import { BanksService } from '../authoring/banks/banks.service.js';
import { CourseItemsService } from '../authoring/course-items/course-items.service.js';
import { ItemDocuments } from '../authoring/items/item-documents.js';
import { ItemsService } from '../authoring/items/items.service.js';
import { CommentsService } from '../authoring/review/comments.service.js';
import { ReviewService } from '../authoring/review/review.service.js';
import type { Actor } from '../identity/actor.js';

type Document = Record<string, unknown>;
/** What became of an item of the course's first bank since it was brought in: changed, and then as far as it came. */
interface ItemStory { name: string; change?: (document: Document) => Document; submitted?: string; comment?: { place: string; text: string }; approved?: string; retired?: string }

const bankOfStories = 'bank-orientation';
const stories: ItemStory[] = [
  { name: 'orient-01', change: (document) => ({ ...document, stem: 'Somebody who has settled the legal side of ketamine-assisted psychotherapy has settled what she needs to know before she decides to provide it.' }) },
  {
    name: 'orient-02', submitted: 'I have added a fourth option.',
    change: (document) => ({ ...document, options: [...listIn(document['options']), { text: 'None of the above.', feedback: 'One of the lines does say it: that recognition is growing. See *Why understanding comes first*.' }] }),
    comment: { place: '/options/3/text', text: 'Do we need this one? Whoever chooses it rightly shows only that she ruled three lines out. Three options that are plausible would do.' },
  },
  {
    name: 'orient-03', submitted: 'Shorter: the clinician’s name was of no use.', approved: 'Better so.',
    change: (document) => ({ ...document, stem: 'A client says: “My cousin read that ketamine cures PTSD. Is that so?” Which reply stays within what the guide can support?' }),
  },
  { name: 'orient-07', submitted: 'Only a tag is new.', change: (document) => ({ ...document, tags: ['web page'] }) },
  { name: 'orient-08', retired: 'It asks nearly the same as the question about the clinic’s lawyer.' },
];
/** Begun, and not done: it can't be scored yet. */
const begun: Document = {
  kind: 'single-choice', stem: 'A colleague asks which of your questions this course will answer by itself. Which one will it **not**?', level: 'application', statements: [],
  options: [{ text: 'Which models of care there are.' }, { text: 'Whether your licence lets you take part.', correct: true }],
};

/** Fills the demo's banks: the course's items as approved, and some of them on their way through a review. */
export async function tellBanks(app: INestApplicationContext, courseId: string, author: Actor, reviewer: Actor): Promise<void> {
  const course = app.get(CourseItemsService);
  while ((await course.bring(author, courseId, null)).left > 0);
  const bank = (await app.get(BanksService).ofCourse(author, courseId)).find(({ name }) => name === bankOfStories);
  if (bank === undefined) return;
  const { rows } = await app.get(ItemDocuments).page(author, bank.id, { first: 100, after: null });
  const [items, review, comments] = [app.get(ItemsService), app.get(ReviewService), app.get(CommentsService)];
  for (const { name, change, submitted, comment, approved, retired } of stories) {
    const item = rows.find((row) => row.name === name);
    if (item === undefined) continue;
    const { itemId: id } = item;
    const { revision } = change === undefined ? item : (await items.save(author, { id, revision: item.revision, document: change(item.document) })).item;
    if (submitted !== undefined) await review.submit(author, id, revision, submitted);
    if (comment !== undefined) await comments.add(reviewer, { item: id, ...comment });
    if (approved !== undefined) await review.approve(reviewer, id, revision, approved);
    if (retired !== undefined) await review.retire(author, id, retired);
  }
  await items.create(author, { bank: bank.id, document: begun });
}

const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
