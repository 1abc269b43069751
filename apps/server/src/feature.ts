import type { Type } from '@nestjs/common';
import type { ObjectLiteral } from 'typeorm';
import type { Migration } from './platform/database/tables.js';
import type { ErrorTable } from './platform/problem.js';

/** What a module brings to the server: one line for each in features.ts. */
export interface Feature { module: Type; entities: (new () => ObjectLiteral)[]; migrations: Migration[]; errors: ErrorTable[] }
