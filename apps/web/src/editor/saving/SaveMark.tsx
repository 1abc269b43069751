import type { Saving } from './useSaving.js';

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Whether all of it is saved, in a few words. */
export function SaveMark({ saving: { state, savedAt, message, isDirty } }: { saving: Saving }) {
  const said = state === 'offline' ? 'No network: kept on this device, sent when it is back'
    : state === 'refused' ? `Not saved: ${message ?? ''} It is kept on this device.`
      : state === 'conflict' ? 'Not saved: somebody else changed it too'
        : isDirty || state === 'saving' ? 'Saving…'
          : savedAt === null ? 'All changes are saved' : `Saved ${time.format(new Date(savedAt))}`;
  const bad = state === 'offline' || state === 'refused' || state === 'conflict';
  return <span role="status" className={bad ? 'save-mark sign warn' : 'save-mark sign quiet'} data-sign={bad ? '!' : isDirty || state === 'saving' ? '…' : '✓'}>{said}</span>;
}
