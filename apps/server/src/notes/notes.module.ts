import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { EnrolmentNotesResolver, NotesResolver } from './notes.resolver.js';
import { NotesService } from './notes.service.js';

@Module({ imports: [AuditModule, IdentityModule, LearningModule], providers: [NotesService, NotesResolver, EnrolmentNotesResolver] })
export class NotesModule {}
