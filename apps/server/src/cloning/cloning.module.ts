import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { CompletionModule } from '../completion/completion.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { DaysOffModule } from '../days-off/days-off.module.js';
import { EvaluationModule } from '../evaluation/evaluation.module.js';
import { GradebookModule } from '../gradebook/gradebook.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LiveSessionsModule } from '../live-sessions/live-sessions.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { CloningDesk } from './cloning-desk.service.js';
import { CloningResolver } from './cloning.resolver.js';

@Module({
  imports: [IdentityModule, CatalogModule, DaysOffModule, CohortsModule, LiveSessionsModule, EvaluationModule, CompletionModule, CredentialsModule, RemindersModule, GradebookModule],
  providers: [CloningDesk, CloningResolver],
})
export class CloningModule {}
