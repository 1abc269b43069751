import type { Cmi, CmiValue } from './lms-page.js';
import type { ScormName } from './scos.js';

/** What an LMS holds of a learner, in one shape for both editions. */
export interface LmsRecord {
  /** 1.2: lesson_status; 2004: completion_status and success_status */
  completion: string;
  success: string;
  /** 0..1, null before there is a score */
  scaled: number | null;
  raw: string;
  min: string;
  max: string;
  /** 2004 only */
  progress: string;
  location: string;
  exit: string;
  suspendData: string;
  sessionTime: string;
  totalTime: string;
  interactions: LmsInteraction[];
  objectives: { id: string; status: string }[];
}
export interface LmsInteraction { id: string; type: string; result: string; response: string; correct: string[]; latency: string; at: string }

export function recordOf(cmi: Cmi | null, standard: ScormName): LmsRecord {
  if (cmi === null) throw new Error('the LMS holds nothing: the course never committed');
  return standard === 'scorm-1.2' ? record12(cmi) : record2004(cmi);
}

function record12(cmi: Cmi): LmsRecord {
  const core = part(cmi, 'core');
  const score = part(core, 'score');
  const status = text(core, 'lesson_status');
  const raw = text(score, 'raw');
  return {
    completion: status === 'passed' || status === 'failed' ? 'completed' : status,
    success: status === 'passed' || status === 'failed' ? status : 'unknown',
    scaled: raw === '' ? null : Number(raw) / 100,
    raw, min: text(score, 'min'), max: text(score, 'max'), progress: '',
    location: text(core, 'lesson_location'), exit: text(core, 'exit'), suspendData: text(cmi, 'suspend_data'),
    sessionTime: text(core, 'session_time'), totalTime: text(core, 'total_time'),
    interactions: list(cmi, 'interactions').map((entry) => interaction(entry, 'student_response', 'time')),
    objectives: list(cmi, 'objectives').map((entry) => ({ id: text(entry, 'id'), status: text(entry, 'status') })),
  };
}

function record2004(cmi: Cmi): LmsRecord {
  const score = part(cmi, 'score');
  const scaled = text(score, 'scaled');
  return {
    completion: text(cmi, 'completion_status'), success: text(cmi, 'success_status'), scaled: scaled === '' ? null : Number(scaled),
    raw: text(score, 'raw'), min: text(score, 'min'), max: text(score, 'max'), progress: text(cmi, 'progress_measure'),
    location: text(cmi, 'location'), exit: text(cmi, 'exit'), suspendData: text(cmi, 'suspend_data'),
    sessionTime: text(cmi, 'session_time'), totalTime: text(cmi, 'total_time'),
    interactions: list(cmi, 'interactions').map((entry) => interaction(entry, 'learner_response', 'timestamp')),
    objectives: list(cmi, 'objectives').map((entry) => ({ id: text(entry, 'id'), status: `${text(entry, 'completion_status')} ${text(entry, 'success_status')}` })),
  };
}

function interaction(entry: Cmi, response: string, at: string): LmsInteraction {
  return { id: text(entry, 'id'), type: text(entry, 'type'), result: text(entry, 'result'), response: text(entry, response), correct: list(entry, 'correct_responses').map((one) => text(one, 'pattern')), latency: text(entry, 'latency'), at: text(entry, at) };
}

function part(of: Cmi, name: string): Cmi {
  const value = of[name];
  return isObject(value) ? value : {};
}

function text(of: Cmi, name: string): string {
  const value = of[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Arrays come as arrays, or as objects with numbers for names. */
function list(of: Cmi, name: string): Cmi[] {
  const value = of[name];
  if (Array.isArray(value)) return value.filter(isObject);
  return isObject(value) ? Object.entries(value).filter(([key]) => /^\d+$/.test(key)).sort(([a], [b]) => Number(a) - Number(b)).map(([, entry]) => entry).filter(isObject) : [];
}

function isObject(value: CmiValue | undefined): value is Cmi {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Seconds of `HHHH:MM:SS.SS` or of an ISO 8601 duration. */
export function secondsOf(time: string): number {
  const clock = /^(\d{2,4}):(\d{2}):(\d{2}(?:\.\d{1,2})?)$/.exec(time);
  if (clock !== null) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(time);
  if (iso === null) throw new Error(`${JSON.stringify(time)} is no time of either edition`);
  return Number(iso[1] ?? 0) * 86400 + Number(iso[2] ?? 0) * 3600 + Number(iso[3] ?? 0) * 60 + Number(iso[4] ?? 0);
}
