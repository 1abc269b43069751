import type { BankPageQuery } from '../generated/graphql.js';

export type Bank = NonNullable<BankPageQuery['itemBank']>;
export type Folder = Bank['folders'][number];
export interface Branch { folder: Folder; /** 0: it lies in the bank itself */ depth: number; /** items in use in it and below */ items: number; path: string }

/** The folders of a bank as they are read down the page: each before those that lie in it. */
export function branchesOf(folders: readonly Folder[], parent: string | null = null, depth = 0, above = ''): Branch[] {
  return folders.filter((folder) => folder.parentId === parent).flatMap((folder) => {
    const path = above === '' ? folder.title : `${above} / ${folder.title}`;
    const below = branchesOf(folders, folder.id, depth + 1, path);
    const items = folder.items + below.filter((branch) => branch.depth === depth + 1).reduce((sum, branch) => sum + branch.items, 0);
    return [{ folder, depth, items, path }, ...below];
  });
}

/** The folder and all that lie in it, by id. */
export function withinFolder(folders: readonly Folder[], id: string): string[] {
  return [id, ...folders.filter((folder) => folder.parentId === id).flatMap((folder) => withinFolder(folders, folder.id))];
}
