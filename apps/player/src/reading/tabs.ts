let made = 0;

/** Makes tabs of panels that can be folded (WAI-ARIA APG, "Tabs"): the arrows move between them, a click or arrow opens one. */
export function makeTabs(frame: HTMLElement): void {
  const panels = [...frame.querySelectorAll<HTMLElement>(':scope > details')];
  const page = frame.ownerDocument;
  const list = page.createElement('div');
  list.className = 'tab-list';
  list.setAttribute('role', 'tablist');
  const pairs = panels.map((details) => {
    const id = `tab-${++made}`;
    const tab = page.createElement('button');
    tab.type = 'button';
    tab.id = id;
    tab.textContent = details.querySelector('summary')?.textContent ?? '';
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-controls', `${id}-panel`);
    const panel = page.createElement('div');
    panel.id = `${id}-panel`;
    panel.className = 'tab-panel';
    panel.tabIndex = 0;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', id);
    panel.append(...[...details.childNodes].filter((node) => node.nodeName !== 'SUMMARY'));
    return { tab, panel };
  });
  const open = (chosen: number, focus: boolean): void => {
    pairs.forEach(({ tab, panel }, index) => {
      tab.setAttribute('aria-selected', String(index === chosen));
      tab.tabIndex = index === chosen ? 0 : -1;
      panel.hidden = index !== chosen;
      if (focus && index === chosen) tab.focus();
    });
  };
  pairs.forEach(({ tab }, index) => {
    tab.addEventListener('click', () => open(index, false));
    tab.addEventListener('keydown', (event) => {
      const forward = getComputedStyle(frame).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
      const back = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
      const last = pairs.length - 1;
      const to = { [forward]: index === last ? 0 : index + 1, [back]: index === 0 ? last : index - 1, Home: 0, End: last }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      open(to, true);
    });
  });
  list.append(...pairs.map(({ tab }) => tab));
  frame.replaceChildren(list, ...pairs.map(({ panel }) => panel));
  open(0, false);
}
