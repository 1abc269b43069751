/** A compiled course as a package: the list of its files, the zip, and what is told to an LMS. */
export { PackagingError, type PackagingErrorCode } from './errors.js';
export { courseFacts, type CourseFacts } from './facts.js';
export { readFileBytes, type FileSource, type PackageFile } from './files.js';
export { identityOf, type IdentityInput } from './identity/identity-of.js';
export { courseOutlineSchema, identityPath, packageIdentitySchema, readIdentity, type PackageIdentity } from './identity/identity.js';
export { lintPackage, type PackageProblem } from './lint.js';
export { mediaTypeOf } from './media-types.js';
export { contentSecurityPolicy, playerPage, type PageOptions } from './page.js';
export { partsOf, type CoursePart } from './parts/parts.js';
export { packageFiles, packageName, type PackageInput } from './package-files.js';
export { playerBuildIn, wordsFor, type PlayerBuild } from './player-build.js';
export { isStandardName, standardNames, standards, type PackageWarning, type Standard, type StandardName } from './standards/index.js';
export { packageWarnings, partsFor } from './standards/package-warnings.js';
export { packageToFile, writePackage, type WriteOptions } from './write.js';
