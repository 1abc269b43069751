import type { Kind } from '@preceptor/assessment';
import type { ReactNode } from 'react';

const line = (y: number, x = 12, to = 34): ReactNode => <path key={`l${x}-${y}`} d={`M${x} ${y}H${to}`} />;
const ring = (x: number, y: number, full = false): ReactNode => <circle key={`r${x}-${y}`} cx={x} cy={y} r={2.2} className={full ? 'full' : ''} />;
const box = (x: number, y: number, full = false, width = 4.4, height = 4.4): ReactNode => <rect key={`b${x}-${y}`} x={x} y={y} width={width} height={height} rx={1} className={full ? 'full' : ''} />;
const frame = <rect key="frame" x={3} y={4} width={34} height={20} rx={2} className="soft" />;

/** A small picture of each kind, as its answers look. */
const pictures: Record<Kind, ReactNode> = {
  'single-choice': [ring(6, 7), line(7), ring(6, 14, true), line(14, 12, 28), ring(6, 21), line(21, 12, 31)],
  'multiple-response': [box(4, 5, true), line(7), box(4, 12), line(14, 12, 28), box(4, 19, true), line(21, 12, 31)],
  'true-false': [box(4, 9, true, 14, 10), box(22, 9, false, 14, 10)],
  'extended-matching': [line(5, 4, 20), line(9, 4, 20), line(13, 4, 20), box(4, 18, false, 18, 5), box(25, 18, true, 11, 5), box(25, 8, true, 11, 5)],
  matching: [box(4, 4, false, 11, 5), box(4, 18, false, 11, 5), box(25, 4, false, 11, 5), box(25, 18, true, 11, 5), <path key="p" d="M15 6.5 25 20.5M15 20.5 25 6.5" />],
  categorising: [box(3, 9, false, 15, 15), box(22, 9, false, 15, 15), box(6, 13, true, 9, 4), box(25, 13, true, 9, 4), box(25, 18, true, 9, 4), line(5, 5, 16), line(5, 24, 35)],
  ordering: [box(4, 4, true, 6, 5), line(6.5, 14), box(4, 12, true, 9, 5), line(14.5, 17), box(4, 20, true, 12, 5), line(22.5, 20)],
  matrix: [frame, <path key="g" d="M3 10.5H37M3 17H37M16 4V24M26.5 4V24" className="soft" />, ring(21, 14, true), ring(31.5, 20.5, true)],
  'fill-in': [line(8, 4, 30), box(4, 14, false, 26, 8), <path key="c" d="M8 16.5V19.5" />],
  numeric: [box(4, 9, false, 20, 10), <text key="t" x={8} y={17}>42</text>, line(14, 28, 36)],
  slider: [<path key="s" d="M4 14H36" />, <circle key="k" cx={24} cy={14} r={4} className="full" />, <path key="t" d="M4 20V22M20 20V22M36 20V22" className="soft" />],
  cloze: [line(7, 4, 36), line(14, 4, 12), box(14, 11, true, 12, 6), line(14, 28, 36), line(21, 4, 24)],
  hotspot: [frame, <path key="h" d="m3 21 10-8 8 6 6-5 10 8" className="soft" />, <circle key="c" cx={26} cy={10} r={4} className="full" />],
  'graphic-gap-match': [frame, <path key="h" d="m3 21 10-8 8 6 6-5 10 8" className="soft" />, box(7, 7, true, 11, 5), box(24, 15, false, 11, 5)],
  'graphic-order': [frame, <circle key="a" cx={10} cy={11} r={4} className="full" />, <circle key="b" cx={21} cy={17} r={4} className="full" />, <circle key="c" cx={31} cy={10} r={4} className="full" />, <path key="w" d="M13 13 18 15.5M24 15 28 12" />],
  passage: [<rect key="p" x={3} y={3} width={17} height={22} rx={2} className="soft" />, line(7, 6, 17), line(11, 6, 17), line(15, 6, 17), line(19, 6, 13), ring(25, 8), line(8, 29, 37), ring(25, 15, true), line(15, 29, 37)],
  'branching-case': [box(3, 11, true, 9, 6), box(20, 4, false, 9, 6), box(20, 18, false, 9, 6), <path key="w" d="M12 14H16V7H20M16 14V21H20M29 7H36" />],
  'script-concordance': [line(7, 4, 36), ...[6, 13, 20, 27, 34].map((x) => ring(x, 17, x === 27)), <path key="s" d="M8.5 17H10.5M15.5 17H17.5M22.5 17H24.5M29.5 17H31.5" className="soft" />],
  'long-text': [frame, line(9, 7, 33), line(14, 7, 33), line(19, 7, 20)],
  upload: [<path key="u" d="M20 18V5M14.5 10.5 20 5 25.500 10.500" />, <path key="t" d="M5 17V23H35V17" />],
};

export function KindPicture({ kind }: { kind: Kind }) {
  return <svg className="kind-picture" viewBox="0 0 40 28" aria-hidden="true">{pictures[kind]}</svg>;
}
