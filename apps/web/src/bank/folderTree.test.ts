import { expect, test } from '@jest/globals';
import { branchesOf, withinFolder, type Folder } from './folderTree.js';

const folder = (id: string, parentId: string | null, items: number): Folder => ({ id, title: id.toUpperCase(), parentId, items });

test('folders are read down the page, each with what lies below it counted', () => {
  const folders = [folder('a', null, 1), folder('b', null, 0), folder('c', 'a', 2), folder('d', 'c', 4)];
  expect(branchesOf(folders).map(({ path, depth, items }) => [path, depth, items])).toEqual([['A', 0, 7], ['A / C', 1, 6], ['A / C / D', 2, 4], ['B', 0, 0]]);
  expect(withinFolder(folders, 'c')).toEqual(['c', 'd']);
});
