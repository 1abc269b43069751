import { systems } from './lms.js';

/** Which learning system the package is for. */
export function LmsChoice({ chosen, choose }: { chosen: string | undefined; choose: (id: string) => void }) {
  return (
    <fieldset className="lms">
      <legend><h2>Which LMS will it go into?</h2></legend>
      <div>
        {systems.map(({ id, name }) => (
          <label key={id}><input type="radio" name="lms" value={id} checked={chosen === id} onChange={() => choose(id)} />{name}</label>
        ))}
      </div>
    </fieldset>
  );
}
