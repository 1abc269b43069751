import { defineErrors } from '../platform/problem.js';

export const catalogErrors = defineErrors('catalog', {
  COURSE_HAS_ERRORS: { status: 422, says: 'The course source has errors.', when: 'The source was read and does not compile. The message names the first problems with file, line and column; `npx preceptor check` shows all of them.' },
  NO_SUCH_SOURCE: { status: 404, says: 'There is no course source of this name.', when: 'The folder is not below COURSES_DIR, or has no course.yaml.' },
  NOT_A_ZIP: { status: 415, says: 'This file is not a zip of a course source.', when: 'The upload is not a readable zip, is encrypted, or holds no course.yaml at its top or in its only folder.' },
  UNSAFE_ZIP: { status: 422, says: 'This zip names a file outside of itself, or a link.', when: 'A name in the zip is absolute, leaves the folder (`../`), or is a symbolic link. Zip the folder again with an ordinary program.' },
  ZIP_TOO_LARGE: { status: 413, says: 'This zip, or what it unpacks to, is too large.', when: 'More than 512 MB to unpack, more than 10,000 files, or contents that claim another size than they have.' },
});
