import { carriesOver } from '@preceptor/tracking';
import { changesBetween } from './changes.js';
import { learnersBetween } from './learners.js';
import type { Compared, DiffSide, DiffVerdict, PackageDiff } from './package-diff.js';
import { reasonsBetween } from './reasons.js';

/**
 * What replacing `from` by `to` changes for learners, and whether an LMS can do it in place. `standard` of a side is
 * null where it is a course folder that was compared with another: then nothing is said of standards.
 */
export function diffPackages(from: Compared, to: Compared): PackageDiff {
  const same = from.course.id === to.course.id;
  const carried = same ? carriesOver(from.outline, to.outline) : null;
  const reasons = reasonsBetween(from, to, carried);
  return {
    format: 'preceptor-diff/1',
    from: sideOf(from),
    to: sideOf(to),
    verdict: reasons.reduce<DiffVerdict>((worst, { verdict }) => (verdict === 'new-activity' || worst === 'new-activity' ? 'new-activity' : 'care'), 'safe'),
    reasons,
    changes: same ? changesBetween(from, to) : [],
    carriesOver: carried,
    learners: learnersBetween(from, to, carried, reasons),
  };
}

function sideOf({ course, standard, options, languages }: Compared): DiffSide {
  return { course: course.id, title: course.title, version: course.version, hash: course.hash, standard, structure: options.structure, languages };
}
