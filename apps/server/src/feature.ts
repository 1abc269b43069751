import type { Type } from '@nestjs/common';
import type { ObjectLiteral } from 'typeorm';
import type { Migration } from './platform/database/tables.js';
import type { ErrorTable } from './platform/problem.js';
import type { SealedColumn } from './platform/sealing.js';

/** What a module brings to the server: one line for each in features.ts. */
export interface Feature { module: Type; entities: (new () => ObjectLiteral)[]; migrations: Migration[]; errors: ErrorTable[]; /** its columns that `Sealing` writes, so that a change of keys finds them */ sealed?: readonly SealedColumn[] }
