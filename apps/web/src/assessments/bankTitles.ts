import { useQuery } from 'urql';
import { BanksDocument } from '../generated/graphql.js';

/** What people call the banks that blueprints know by name. */
export function useBankTitles(): ReadonlyMap<string, string> {
  const [{ data }] = useQuery({ query: BanksDocument, variables: { after: null } });
  return new Map(data?.itemBanks.nodes.map(({ name, title }) => [name, title]) ?? []);
}
