import { Field, Float, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from '../identity/allow.js';
import { ConnectionOf } from '../platform/graphql/connection.js';
import { DateTimeScalar } from '../platform/graphql/scalars.js';
import { type PackageState, packageStates } from './packaging.entity.js';
import { PackageOptionsView } from './packaging.types.js';

export const PackageStateEnum = Object.fromEntries(packageStates.map((state) => [state, state])) as { [S in PackageState]: S };
registerEnumType(PackageStateEnum, {
  name: 'PackageState', description: 'How far a package is.',
  valuesMap: {
    WAITING: { description: 'Two others are being made; it is next or soon.' },
    MAKING: { description: 'It is being written.' },
    READY: { description: 'It can be downloaded.' },
    FAILED: { description: 'It could not be made; `fault` says why.' },
  },
});

@ObjectType({ description: 'Why something could not be done.' })
@Allow('with-parent')
export class PackageFault {
  @Field(() => String, { description: 'A stable code, listed in errors.md.' })
  code!: string;
  @Field(() => String, { description: 'A sentence for a person.' })
  message!: string;
}

@ObjectType({ description: 'A package of a course version that somebody asked for.' })
@Allow('with-parent')
export class CoursePackage {
  @Field(() => ID, { description: 'The package\'s id.' })
  id!: string;
  @Field(() => PackageStateEnum, { description: 'How far it is.' })
  state!: PackageState;
  @Field(() => Float, { description: 'Bytes written so far.' })
  doneBytes!: number;
  @Field(() => Float, { description: 'About how many bytes will be written.' })
  totalBytes!: number;
  @Field(() => String, { description: 'The standard, such as scorm-1.2.' })
  standard!: string;
  @Field(() => String, { description: 'The standard\'s name for people.' })
  label!: string;
  @Field(() => PackageOptionsView, { description: 'What it is made to do.' })
  options!: PackageOptionsView;
  @Field(() => String, { nullable: true, description: 'The LMS that it was made for, as whoever asked called it.' })
  lms!: string | null;
  @Field(() => String, { description: 'The zip\'s name.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'SHA-256 of the zip, hexadecimal, once it is ready.' })
  sha256!: string | null;
  @Field(() => Float, { nullable: true, description: 'Size of the zip in bytes, once it is ready.' })
  bytes!: number | null;
  @Field(() => PackageFault, { nullable: true, description: 'Why it could not be made.' })
  fault!: PackageFault | null;
  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  askedAt!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was ready.' })
  madeAt!: string | null;
  file!: string | null;
  courseId!: string;
  courseVersionId!: string;
  accountId!: string;
}

@ObjectType({ description: 'One time that somebody downloaded a package.' })
@Allow('with-parent')
export class PackageDownload {
  @Field(() => ID, { description: 'The download\'s id.' })
  id!: string;
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;
  packageId!: string;
  accountId!: string;
}
@ObjectType({ description: 'A page of downloads.' })
@Allow('with-parent')
export class PackageDownloadConnection extends ConnectionOf(PackageDownload) {}
