import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { announce } from '../frame/announce.js';
import { RemoveCalendarDocument, RenewCalendarDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';

/** The address by which a calendar program follows somebody's sessions and due days. */
export function CalendarAddress({ path, onChanged, titled = true }: { path: string | null; onChanged: () => void; /** whether it brings its own heading */ titled?: boolean }) {
  const [renewing, renew] = useMutation(RenewCalendarDocument);
  const [removing, remove] = useMutation(RemoveCalendarDocument);
  const [asked, setAsked] = useState<'renew' | 'end' | null>(null);
  const address = path === null ? null : `${location.origin}${path}`;
  async function make(): Promise<void> {
    setAsked(null);
    const { error } = await renew({});
    if (error === undefined) { announce('Your calendar has a new address.'); onChanged(); }
  }
  async function end(): Promise<void> {
    setAsked(null);
    const { error } = await remove({});
    if (error === undefined) { announce('The address of your calendar has ended.'); onChanged(); }
  }
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(address ?? '');
    announce('The address is copied.');
  }
  const fault = renewing.error ?? removing.error;
  return (
    <section {...(titled ? { 'aria-labelledby': 'calendar' } : {})} className="stack tight measure">
      {titled && <h2 id="calendar">In my calendar</h2>}
      {address === null ? <><p className="quiet">Google, Apple and Outlook calendars can follow your sessions and due days.</p><p><Button variant="default" loading={renewing.fetching} onClick={() => void make()}>Make an address for my calendar</Button></p></> : (
        <>
          <p className="address">{address}</p>
          <p className="quiet small">Add it to your calendar program as a subscription “from the internet”. Whoever has it can read your calendar.</p>
          <div className="row"><a href={address.replace(/^https?:/, 'webcal:')}>Open in my calendar</a><Button variant="default" onClick={() => void copy()}>Copy the address</Button><button type="button" className="link small" onClick={() => setAsked('renew')}>Make a new one</button><button type="button" className="link small" onClick={() => setAsked('end')}>End it</button></div>
        </>
      )}
      {fault !== undefined && <p role="alert" className="bad">{faultOf(fault).message}</p>}
      <Dialog opened={asked === 'end'} close={() => setAsked(null)} title="End the address?">
        <div className="stack"><p>Calendars that follow it get nothing more. You can make another at any time.</p><div className="row"><Button className="danger" onClick={() => void end()}>End the address</Button><Button variant="subtle" onClick={() => setAsked(null)}>Keep it</Button></div></div>
      </Dialog>
      <Dialog opened={asked === 'renew'} close={() => setAsked(null)} title="Make a new address?">
        <div className="stack"><p>Calendars that follow the old one get nothing more: add the new one there.</p><div className="row"><Button onClick={() => void make()}>Make a new address</Button><Button variant="subtle" onClick={() => setAsked(null)}>Keep the old one</Button></div></div>
      </Dialog>
    </section>
  );
}
