import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useApp } from '../session/app.js';
import { preferences, type TextSize, type Theme } from '../session/preferences.js';

const themes: Theme[] = ['system', 'light', 'dark'];
const sizes: TextSize[] = ['small', 'normal', 'large', 'larger'];

/** Colours and text size, in a panel under its button. */
export function Settings() {
  const { words } = useApp();
  const [open, setOpen] = useState(false);
  const [chosen, follow] = useState(preferences.get);
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useId();
  useEffect(() => preferences.subscribe(() => follow(preferences.get())), []);
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: Event): void => {
      if (!frame.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);
  return (
    <div
      class="settings" ref={frame}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button ref={button} type="button" class="tool" aria-label={words.settings} aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}><span class="aa" aria-hidden="true">Aa</span></button>
      <div id={panel} class="panel" role="group" aria-label={words.settings} hidden={!open}>
        <Choice title={words.theme} options={themes.map((id) => ({ id, label: words.themes[id] }))} chosen={chosen.theme} onChoose={(theme) => preferences.set({ theme })} />
        <Choice title={words.textSize} options={sizes.map((id) => ({ id, label: words.textSizes[id] }))} chosen={chosen.textSize} onChoose={(textSize) => preferences.set({ textSize })} />
      </div>
    </div>
  );
}

function Choice<T extends string>({ title, options, chosen, onChoose }: { title: string; options: { id: T; label: string }[]; chosen: T; onChoose(id: T): void }) {
  const name = useId();
  return (
    <fieldset>
      <legend>{title}</legend>
      <div class="segments">
        {options.map(({ id, label }) => (
          <label key={id} class="segment"><input type="radio" name={name} checked={chosen === id} onChange={() => onChoose(id)} /><span>{label}</span></label>
        ))}
      </div>
    </fieldset>
  );
}
