import { BankFindingResolver, BankFindingsResolver, BesideResolver } from './items/bank-findings.resolver.js';
import { BankFindingsService } from './items/bank-findings.service.js';
import { ChecksResolver } from './items/checks.resolver.js';
import { ChecksService } from './items/checks.service.js';
import { HistoryResolver, RevisionResolver } from './items/history.resolver.js';
import { ItemConflictResolver, ItemsResolver } from './items/items.resolver.js';
import { ItemsService } from './items/items.service.js';
import { StatementsResolver } from './items/statements.resolver.js';
import { StatementsService } from './items/statements.service.js';
import { MediaResolver } from './media/media.resolver.js';
import { MediaService } from './media/media.service.js';
import { CommentsResolver, ItemCommentsResolver } from './review/comments.resolver.js';
import { CommentsService } from './review/comments.service.js';
import { PermissionsService } from './review/permissions.service.js';
import { ItemDecisionResolver, ReviewResolver, RevisionDecisionsResolver } from './review/review.resolver.js';
import { ReviewService } from './review/review.service.js';
import { WaiversResolver } from './review/waivers.resolver.js';
import { WaiversService } from './review/waivers.service.js';

/** What serves one item, from its first draft to its last version. */
export const oneItem = [
  ItemsService, ChecksService, StatementsService, MediaService, ReviewService, PermissionsService, CommentsService, WaiversService, BankFindingsService,
  ItemsResolver, ItemConflictResolver, ChecksResolver, HistoryResolver, RevisionResolver, StatementsResolver, MediaResolver,
  ReviewResolver, ItemDecisionResolver, RevisionDecisionsResolver, CommentsResolver, ItemCommentsResolver, WaiversResolver, BankFindingResolver, BankFindingsResolver, BesideResolver,
];
