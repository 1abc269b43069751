import { Button, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import './states.css';

/** A screen or a part of it that holds nothing yet: what it will hold, and the first step. */
export function Empty({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="state">
      <h2>{title}</h2>
      <p>{children}</p>
      {action !== undefined && <div className="row">{action}</div>}
    </div>
  );
}

export function Failure({ message, retry }: { message: string; retry: () => void }) {
  return (
    <div className="state" role="alert">
      <h2>This could not be loaded</h2>
      <p>{message} Nothing that was saved is lost.</p>
      <div className="row"><Button onClick={retry}>Try again</Button></div>
    </div>
  );
}

/** Something loaded and something didn't: what there is stays on the screen. */
export function Partly({ message, retry }: { message: string; retry: () => void }) {
  return (
    <p className="partly" role="status">
      <span>Some of this may be out of date: {message}</span>
      <button type="button" className="link" onClick={retry}>Try again</button>
    </p>
  );
}

export function NoPermission({ need }: { need?: string }) {
  return (
    <div className="state">
      <h2>Your account may not open this</h2>
      <p>{need === undefined ? 'It belongs to another role.' : `It is for ${need}.`} Ask an administrator of your organisation to give you the role, or sign in with another account.</p>
      <div className="row"><a href="/">Go to my start page</a></div>
    </div>
  );
}

export function Missing({ what }: { what: string }) {
  return (
    <div className="state">
      <h2>There is no such {what} here</h2>
      <p>The address may be mistyped, or it belongs to another organisation.</p>
      <div className="row"><a href="/">Go to my start page</a></div>
    </div>
  );
}

/** Lines in the place of text that is on its way. */
export function Bones({ lines = 4, height = 18, label = 'Loading' }: { lines?: number; height?: number; label?: string }) {
  return (
    <div className="bones" aria-busy="true">
      <span className="unseen" role="status">{label}</span>
      {Array.from({ length: lines }, (_, line) => <Skeleton key={line} height={height} width={`${96 - ((line * 17) % 40)}%`} radius="sm" />)}
    </div>
  );
}

/** A table on its way: as many rows as will likely come, each as high as it will be. */
export function TableBones({ rows = 8, label = 'Loading the list' }: { rows?: number; label?: string }) {
  return (
    <div className="table-bones" aria-busy="true">
      <span className="unseen" role="status">{label}</span>
      {Array.from({ length: rows }, (_, row) => <div key={row}><Skeleton height={16} width={`${70 - ((row * 13) % 30)}%`} radius="sm" /><Skeleton height={16} width="60%" radius="sm" /><Skeleton height={16} width="70%" radius="sm" /></div>)}
    </div>
  );
}
