import { useEffect, useRef, type RefObject } from 'react';

/** After a form was refused, moves the focus to the first field at fault, or to the sentence that says why. */
export function useFocusOnFault(faults: object): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(faults).length === 0) return;
    const place = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? form.current?.querySelector<HTMLElement>('input');
    place?.focus();
  }, [faults]);
  return form;
}
