/** Where in an item its key and content disagree. */
export interface KeyProblem { path: (string | number)[]; message: string }

/** Tells of one problem. */
export type Say = (path: KeyProblem['path'], message: string) => void;
