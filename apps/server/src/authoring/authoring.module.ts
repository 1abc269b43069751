import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { IdentityModule } from '../identity/identity.module.js';

@Module({ imports: [CatalogModule, IdentityModule], providers: [], exports: [] })
export class AuthoringModule {}
