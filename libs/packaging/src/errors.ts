export type PackagingErrorCode =
  /** a name in the course can't stand in a package */
  | 'NAME_UNUSABLE'
  /** a file that the course names is not there */
  | 'MEDIA_MISSING'
  /** a file is no longer what it was when the course was compiled */
  | 'MEDIA_CHANGED'
  /** an option asks for what the course does not have */
  | 'OPTION_IMPOSSIBLE'
  /** the list of files breaks a rule of packages: `problems` says which */
  | 'PACKAGE_INVALID'
  /** there is more than the form asked for can hold */
  | 'TOO_LARGE'
  /** the place to write to does not exist or may not be written */
  | 'OUT_NOT_WRITABLE'
  /** the disk, a quota or a limit on file size is full */
  | 'DISK_FULL'
  /** the caller's signal ended it */
  | 'ABORTED';

/** What can go wrong while packaging, as a sentence for a person and a code for a program. */
export class PackagingError extends Error {
  override readonly name = 'PackagingError';
  constructor(
    readonly code: PackagingErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
