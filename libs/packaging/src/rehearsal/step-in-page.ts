export interface Step {
  /** what was clicked, by its words; null when nothing was */
  clicked: string | null;
  /** fields that were filled and choices that were made */
  answered: number;
  text: string;
  place: string;
}

/**
 * Runs inside the course's page, so it stands by itself: answers every open question by its first choice and then clicks
 * the one button or link that most looks like going on and was not tried at this place. Where none does, it takes any
 * that was tried nowhere.
 */
export function stepInPage({ tried, everywhere, wanders, answer }: { tried: string[]; everywhere: string[]; wanders: boolean; answer: boolean }): Step {
  const visible = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return box.width > 0 && box.height > 0 && style.visibility !== 'hidden' && style.display !== 'none' && style.pointerEvents !== 'none';
  };
  const dialogs = [...document.querySelectorAll('dialog[open], [role="dialog"], [role="alertdialog"]')].filter(visible);
  const scope: ParentNode = dialogs.at(-1) ?? document;
  const all = (selector: string): HTMLElement[] => [...scope.querySelectorAll<HTMLElement>(selector)].filter((element) => !element.matches(':disabled, [aria-disabled="true"]'));
  const shown = (element: HTMLElement): boolean => visible(element) || [...((element as HTMLInputElement).labels ?? [])].some(visible);

  let answered = 0;
  const setText = (field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string): void => {
    const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : field instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    if (field.value !== '') answered += 1;
  };
  const groups = new Set<string>();
  for (const field of (answer ? all('input, select, textarea') : []) as (HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[]) {
    if (!shown(field)) continue;
    if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')) {
      const holder = field.closest('fieldset, [role="group"], [role="radiogroup"], .question, form') ?? document.body;
      const group = field.type === 'radio' && field.name !== '' ? `radio ${field.name}` : `${field.type} ${[...document.querySelectorAll('*')].indexOf(holder)}`;
      if (groups.has(group)) continue;
      groups.add(group);
      const alike = [...(field.type === 'radio' && field.name !== '' ? document : holder).querySelectorAll<HTMLInputElement>(`input[type="${field.type}"]`)].filter((other) => field.type === 'checkbox' || other.name === field.name);
      if (alike.some(({ checked }) => checked)) continue;
      field.click();
      answered += 1;
    } else if (field instanceof HTMLSelectElement) {
      const chosen = [...field.options].find(({ value, disabled }) => value !== '' && !disabled);
      if (field.value === '' && chosen !== undefined) setText(field, chosen.value);
    } else if (field.value === '' && !field.readOnly && (field instanceof HTMLTextAreaElement || /^(text|number|tel|)$/.test(field.getAttribute('type') ?? ''))) {
      if (!/search/i.test(`${field.id} ${field.name} ${field.closest('[role="search"], search') === null ? '' : 'search'}`)) setText(field, field.type === 'number' || field.inputMode === 'decimal' || field.inputMode === 'numeric' ? '1' : 'An answer in a few words.');
    }
  }

  const wordsOf = (element: HTMLElement): string => {
    const image = element.querySelector('img[alt]')?.getAttribute('alt') ?? '';
    return (element.innerText || (element as HTMLInputElement).value || element.getAttribute('aria-label') || element.getAttribute('title') || element.getAttribute('alt') || image || '').replace(/\s+/g, ' ').trim().slice(0, 120);
  };
  /** Patterns from the first to the last choice; the words are of English, French, Spanish, German, Italian and Portuguese. */
  const leads: RegExp[] = [
    /understand|i have read|i agree|accept|acknowledge|j'accepte|acepto|einverstanden|verstanden/i,
    /\b(submit|check|answer|done|finish|complete|mark as|confirm|ok|save|valider|terminer|enviar|terminar|abschicken|fertig|prüfen|pr.fen)\b|my answer/i,
    /\b(next|continue|review before|start|begin|go on|resume|launch|forward|proceed|enter|suivant|continuer|commencer|siguiente|continuar|comenzar|weiter|starten|beginnen|avanti|inizia|próximo|seguinte)\b/i,
    /^[>»›→▶❯]+$/,
    /next|forward|continue/i,
  ];
  const avoid = /\b(exit|quit|close|log ?out|sign ?out|cancel|back|previous|prev|menu|search|print|help|retry|try again|new attempt|retake|restart|reset|zurück|précédent|anterior|abbrechen|skip to|mute|pause|play|cancelar|annuler)\b/i;
  const candidates = all('button, [role="button"], input[type="button"], input[type="submit"], input[type="image"], a, area, [onclick]').filter(visible).flatMap((element) => {
    const link = element instanceof HTMLAnchorElement ? (element.getAttribute('href') ?? '').replace(/^(#|javascript:.*)$/i, '') : '';
    if (/^(https?:)?\/\/|^(mailto|tel):/i.test(link) || (element instanceof HTMLAnchorElement && element.target === '_blank')) return [];
    const words = wordsOf(element);
    if (avoid.test(words)) return [];
    const rank = leads.slice(0, 4).findIndex((pattern, index) => (link === '' ? pattern.test(words) : index !== 1 && words.search(pattern) <= 2 && pattern.test(words)));
    const byName = rank === -1 && words.length < 3 && leads[4]?.test(`${element.id} ${element.className}`) === true ? 4 : rank;
    const key = words || element.id || element.className;
    return [{ element, key, rank: byName === -1 ? 9 : byName }];
  });
  const best = candidates.filter(({ key, rank }) => !tried.includes(key) && (rank < 9 || (wanders && key !== '' && !everywhere.includes(key) && everywhere.length < 60))).sort((a, b) => a.rank - b.rank)[0];
  // Choices come first: a page that hears of them later must not be asked to go on at once.
  const clicked = answered > 0 ? null : best?.key ?? null;
  const text = document.body?.innerText ?? '';
  if (clicked !== null) best?.element.click();
  return { clicked, answered, text: text.slice(0, 20_000), place: '' };
}
