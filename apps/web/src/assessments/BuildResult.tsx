import { Button } from '@mantine/core';
import type { FormBlueprint, FormWish } from '@preceptor/assessment';
import type { FormsFragment } from '../generated/graphql.js';

type Build = NonNullable<FormsFragment['build']>;
interface Props { build: Build; take: ((nearest: { blueprint: FormBlueprint; wish: FormWish }) => void) | null }

/** Why there are no forms, and what could be built instead. */
export function BuildResult({ build: { state, reason, conflict, nearest }, take }: Props) {
  if (state === 'RUNNING') return <p role="status" className="sign" data-sign="◐">The forms are being built. It takes seconds as a rule, half a minute at most.</p>;
  if (state === 'SOLVED') return null;
  return (
    <div className="no-forms stack" role="alert">
      <h3 className="sign bad" data-sign="✕">{state === 'IMPOSSIBLE' ? 'No forms can keep this blueprint' : 'No forms were built'}</h3>
      <p>{reason}</p>
      {conflict.length > 1 && <ul className="bulleted">{conflict.map((demand) => <li key={demand}>{demand}</li>)}</ul>}
      {nearest !== null && (
        <>
          <p>What comes nearest, and can be built:</p>
          <ul className="bulleted">{nearest.changes.map((change) => <li key={change}>{change}</li>)}</ul>
          {/* The server checked both before it kept them. */}
          {take !== null && <div className="row"><Button variant="default" onClick={() => take({ blueprint: nearest.blueprint as FormBlueprint, wish: nearest.wish as FormWish })}>Take this blueprint</Button></div>}
        </>
      )}
    </div>
  );
}
