import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { ItemIndex } from './search/item-index.js';

@Module({ imports: [CatalogModule, IdentityModule], providers: [ItemIndex], exports: [] })
export class AuthoringModule {}
