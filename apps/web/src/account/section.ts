import type { MyAccountQuery } from '../generated/graphql.js';

export type MyAccount = NonNullable<MyAccountQuery['viewer']>;
/** What a section of the account page is given. */
export interface SectionProps { mine: MyAccount; /** reads the account again, after something was changed */ reload: () => void }
