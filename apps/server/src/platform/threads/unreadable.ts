/** The file as a whole can't be read: why, in a sentence. */
export class Unreadable extends Error {}
