import DataLoader from 'dataloader';

export const roles = ['ADMINISTRATOR', 'COORDINATOR', 'INSTRUCTOR', 'REVIEWER', 'GRADER', 'OBSERVER', 'LEARNER'] as const;
export type Role = (typeof roles)[number];
/** The roles of those who teach, run or look on; each may see the people and courses of its organisation. */
export const staff = ['ADMINISTRATOR', 'COORDINATOR', 'INSTRUCTOR', 'OBSERVER'] as const satisfies Role[];
/** What somebody may be in one cohort alone: runs it, leads it, looks on. */
export const cohortRoles = ['COORDINATOR', 'FACILITATOR', 'OBSERVER'] as const;
export type CohortRole = (typeof cohortRoles)[number];
export type CohortRoles = ReadonlyMap<string, readonly CohortRole[]>;
const nowhere: CohortRoles = new Map();
/** What an API key may be given: each mutation names one, queries want `read`. */
export const scopes = ['read', 'accounts', 'courses', 'cohorts', 'learning', 'authoring'] as const;
export type Scope = (typeof scopes)[number];

interface Identity { kind: 'nobody' | 'account' | 'key' | 'system'; accountId: string; organisationId: string; roles: readonly Role[]; scopes: readonly Scope[]; vouched?: boolean; inCohorts?: CohortRoles }

/** Who asks, for which organisation: the first argument of every service method. One for each request, with its loaders. */
export class Actor {
  readonly #loaders = new Map<string, DataLoader<unknown, unknown>>();

  private constructor(private readonly identity: Identity) {}

  static nobody(): Actor { return new Actor({ kind: 'nobody', accountId: '', organisationId: '', roles: [], scopes: [] }); }
  /** `vouched`: an identity provider of this organisation says who she is, which holds for this organisation alone. */
  static account(accountId: string, organisationId: string, held: readonly Role[], { vouched = false, inCohorts = nowhere }: { vouched?: boolean; inCohorts?: CohortRoles } = {}): Actor { return new Actor({ kind: 'account', accountId, organisationId, roles: held, scopes, vouched, inCohorts }); }
  static key(accountId: string, organisationId: string, held: readonly Role[], granted: readonly Scope[], inCohorts: CohortRoles = nowhere): Actor { return new Actor({ kind: 'key', accountId, organisationId, roles: held, scopes: granted, inCohorts }); }
  /** The server itself, at start: may do everything in one organisation. */
  static system(organisationId: string): Actor { return new Actor({ kind: 'system', accountId: '', organisationId, roles, scopes }); }

  get signedIn(): boolean { return this.identity.kind !== 'nobody'; }
  /** Whether the organisation alone answers for who she is: nothing of hers elsewhere is open to her, nor how she signs in. */
  get vouched(): boolean { return this.identity.vouched === true; }
  get kind(): Identity['kind'] { return this.identity.kind; }
  /** Empty for nobody and for the server itself. */
  get accountId(): string { return this.identity.accountId; }
  get organisationId(): string { return this.identity.organisationId; }
  get roles(): readonly Role[] { return this.identity.roles; }
  has(...wanted: readonly Role[]): boolean { return wanted.some((role) => this.identity.roles.includes(role)); }
  /** The cohorts in which she has a role of her own there. */
  get cohorts(): string[] { return [...(this.identity.inCohorts ?? nowhere).keys()]; }
  /** What she is in a cohort, by that alone. */
  rolesIn(cohortId: string): readonly CohortRole[] { return (this.identity.inCohorts ?? nowhere).get(cohortId) ?? []; }
  mayIn(cohortId: string, ...wanted: readonly CohortRole[]): boolean { return this.rolesIn(cohortId).some((role) => wanted.includes(role)); }
  holdsScope(scope: Scope): boolean { return this.identity.scopes.includes(scope); }

  /** The loader called `name` of this request; `batch` answers many keys in a bounded number of statements, null where there is nothing. */
  loader<V>(name: string, batch: (keys: readonly string[]) => Promise<Map<string, V>>): DataLoader<string, V | null> {
    let loader = this.#loaders.get(name) as DataLoader<string, V | null> | undefined;
    if (loader === undefined) {
      loader = new DataLoader<string, V | null>(async (keys) => {
        const found = await batch(keys);
        return keys.map((key) => found.get(key) ?? null);
      });
      this.#loaders.set(name, loader as DataLoader<unknown, unknown>);
    }
    return loader;
  }
}
