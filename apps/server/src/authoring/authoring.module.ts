import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { ApprovedItems } from './approved-items.js';
import { BanksResolver } from './banks/banks.resolver.js';
import { BanksService } from './banks/banks.service.js';
import { FoldersService } from './banks/folders.service.js';
import { BankStatements } from './bulk/bank-statements.js';
import { BulkWriter } from './bulk/bulk-writer.js';
import { BulkResolver } from './bulk/bulk.resolver.js';
import { BulkService } from './bulk/bulk.service.js';
import { CourseItemsResolver } from './course-items/course-items.resolver.js';
import { CourseItemsService } from './course-items/course-items.service.js';
import { CourseMedia } from './course-items/course-media.js';
import { oneItem } from './one-item.js';
import { CoverageResolver } from './coverage/coverage.resolver.js';
import { CoverageService } from './coverage/coverage.service.js';
import { DuplicatesResolver } from './duplicates/duplicates.resolver.js';
import { DuplicatesService } from './duplicates/duplicates.service.js';
import { KeyPositionsResolver } from './habits/key-positions.resolver.js';
import { KeyPositionsService } from './habits/key-positions.service.js';
import { ItemStore } from './item-store.js';
import { ItemBatches } from './items/item-batches.js';
import { ItemDocuments } from './items/item-documents.js';
import { ItemSettings } from './items/item-settings.js';
import { ItemsService } from './items/items.service.js';
import { BankItemsResolver } from './lists/bank-items.resolver.js';
import { ItemFilter } from './lists/item-filter.js';
import { ItemListsService } from './lists/item-lists.service.js';
import { ItemMedia } from './media/item-media.js';
import { MediaController } from './media/media.controller.js';
import { CommentsService } from './review/comments.service.js';
import { ReviewService } from './review/review.service.js';
import { ItemIndex } from './search/item-index.js';

/** What is done with many items at once. */
const manyItems = [CourseItemsService, CourseMedia, CourseItemsResolver, BankStatements, BulkWriter, BulkService, BulkResolver, CoverageService, CoverageResolver, KeyPositionsService, KeyPositionsResolver, DuplicatesService, DuplicatesResolver];

@Module({
  controllers: [MediaController],
  imports: [CatalogModule, IdentityModule],
  providers: [ItemIndex, ItemStore, ItemSettings, ItemBatches, ItemDocuments, ItemMedia, BanksService, FoldersService, ItemFilter, ItemListsService, BanksResolver, BankItemsResolver, ApprovedItems, ...oneItem, ...manyItems],
  exports: [ApprovedItems, BanksService, FoldersService, ItemBatches, ItemDocuments, ItemMedia, ItemSettings, ItemStore, ItemsService, ReviewService, CommentsService],
})
export class AuthoringModule {}
