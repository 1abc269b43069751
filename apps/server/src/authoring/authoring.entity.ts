import { Column, Entity, PrimaryColumn } from 'typeorm';
import { alikeEntities } from './duplicates/alike.entity.js';

export type ItemState = 'draft' | 'in-review' | 'approved' | 'retired';

/** A bank of items, of an organisation; its items are found by folder, tag and statement. */
@Entity('authoring_bank')
export class BankRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  /** The bank's id in a course source; unique in the organisation. */
  @Column('text') name!: string;
  @Column('text') title!: string;
  /** The course whose statements and lessons its items name; null: none. */
  @Column('text', { name: 'course_id', nullable: true }) courseId!: string | null;
  /** The unit of that course that it belongs to, for blueprints; null: the whole course. */
  @Column('text', { nullable: true }) unit!: string | null;
  @Column('text', { name: 'created_at' }) createdAt!: string;
}

@Entity('authoring_folder')
export class FolderRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'bank_id' }) bankId!: string;
  @Column('text', { name: 'parent_id', nullable: true }) parentId!: string | null;
  @Column('text') title!: string;
}

/**
 * An item as lists and searches know it; what it says is in its newest revision, whose fields are repeated here.
 * `revision` counts every save: whoever saves names the one that she began from.
 */
@Entity('authoring_item')
export class ItemRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'bank_id' }) bankId!: string;
  @Column('text', { name: 'folder_id', nullable: true }) folderId!: string | null;
  /** The item's id in a course source; unique in its bank. */
  @Column('text') name!: string;
  @Column('text') state!: ItemState;
  /** The newest revision. */
  @Column('integer') revision!: number;
  /** Number of the newest approved version, 1, 2, 3, …; null: none was approved yet. */
  @Column('integer', { name: 'approved_version', nullable: true }) approvedVersion!: number | null;
  @Column('text') kind!: string;
  @Column('text', { nullable: true }) level!: string | null;
  @Column('text', { nullable: true }) difficulty!: string | null;
  /** The stem's words, without markup. */
  @Column('text') stem!: string;
  @Column('simple-json') statements!: string[];
  @Column('simple-json') tags!: string[];
  /** Whether its document compiles: only then can it be sent to review. */
  @Column('boolean') sound!: boolean;
  /** How many findings of the item lint are neither mended nor waived. */
  @Column('integer') findings!: number;
  @Column('text', { name: 'author_id' }) authorId!: string;
  @Column('text', { name: 'created_at' }) createdAt!: string;
  @Column('text', { name: 'updated_at' }) updatedAt!: string;
  @Column('text', { name: 'updated_by' }) updatedBy!: string;
}

/** One state of an item's document, kept for ever. Saves of one person within a short while make one revision of the history that is shown. */
@Entity('authoring_revision')
export class RevisionRow {
  @PrimaryColumn('text', { name: 'item_id' }) itemId!: string;
  @PrimaryColumn('integer') revision!: number;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  /** The item as course source has it (an entry of bank.yaml, as JSON); texts are Markdown. It need not compile. */
  @Column('simple-json') document!: Record<string, unknown>;
  /** The version that this revision was approved as; null: it was not. */
  @Column('integer', { nullable: true }) version!: number | null;
  /** How it came to be. */
  @Column('text') cause!: 'created' | 'edited' | 'restored' | 'imported' | 'pulled' | 'bulk';
  @Column('text', { name: 'saved_by' }) savedBy!: string;
  @Column('text', { name: 'saved_at' }) savedAt!: string;
  /** When the first of the saves was made that this one is shown with. */
  @Column('text', { name: 'began_at' }) beganAt!: string;
  /** A later save is shown in its place. */
  @Column('boolean') folded!: boolean;
  /** Made by the client for each editor that is opened; null: it was no editor, or none that says. */
  @Column('text', { nullable: true }) editor!: string | null;
}

/** What somebody did about an item's state: sent it to review, approved it, gave it back, retired it, took it up again. */
@Entity('authoring_decision')
export class DecisionRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'item_id' }) itemId!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('integer') revision!: number;
  @Column('text', { name: 'from_state' }) fromState!: ItemState;
  @Column('text', { name: 'to_state' }) toState!: ItemState;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text') at!: string;
}

/** A reviewer's remark on a place of an item, with what was answered to it. */
@Entity('authoring_comment')
export class CommentRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'item_id' }) itemId!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  /** The revision that it was written of. */
  @Column('integer') revision!: number;
  /** JSON Pointer (RFC 6901) into the document, such as /options/2/text; empty: the item as a whole. */
  @Column('text') place!: string;
  /** The comment that it answers; null: it begins. */
  @Column('text', { name: 'reply_to', nullable: true }) replyTo!: string | null;
  @Column('text') text!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text') at!: string;
  @Column('text', { name: 'resolved_at', nullable: true }) resolvedAt!: string | null;
  @Column('text', { name: 'resolved_by', nullable: true }) resolvedBy!: string | null;
}

/** A finding of the item lint that somebody answers for. */
@Entity('authoring_waiver')
export class WaiverRow {
  @PrimaryColumn('text', { name: 'item_id' }) itemId!: string;
  @PrimaryColumn('text') rule!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') reason!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text') at!: string;
}

/** A picture or sound that items name as media/NAME; the bytes lie in the media store under their hash. */
@Entity('authoring_medium')
export class MediumRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  /** media/NAME, unique in the organisation. */
  @Column('text') path!: string;
  @Column('text') sha256!: string;
  @Column('text', { name: 'media_type' }) mediaType!: string;
  @Column('integer') bytes!: number;
  /** In pixels; null: no picture. */
  @Column('integer', { nullable: true }) width!: number | null;
  @Column('integer', { nullable: true }) height!: number | null;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text', { name: 'created_at' }) createdAt!: string;
}

/** Values of an item that changes of many items give. */
export type ItemValues = Partial<Pick<ItemRow, 'tags' | 'statements' | 'level' | 'difficulty' | 'folderId' | 'state'>>;
/** What a change did to one item: its revision and approved version afterwards, whether it was approved before, and the values that were changed. */
export type BulkEntry = { revision: number; approvedVersion: number | null; wasApproved: boolean; was: ItemValues; now: ItemValues };

/** One change of many items, with what undoes it. */
@Entity('authoring_bulk_change')
export class BulkChangeRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  /** What was done, as a sentence. */
  @Column('text') said!: string;
  /** What was done to each item, by id. */
  @Column('simple-json') before!: Record<string, BulkEntry>;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text') at!: string;
  @Column('text', { name: 'undone_at', nullable: true }) undoneAt!: string | null;
}

export const authoringEntities = [BankRow, FolderRow, ItemRow, RevisionRow, DecisionRow, CommentRow, WaiverRow, MediumRow, BulkChangeRow, ...alikeEntities];
