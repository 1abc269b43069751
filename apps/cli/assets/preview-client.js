/**
 * Runs in a previewed page: reloads it when the course has changed, and lays what is wrong with the source over it.
 * A classic script without dependencies, served as it is.
 */
(() => {
  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { all: initial; }
    section { position: fixed; inset: auto 0 0 0; max-height: 60vh; overflow: auto; z-index: 2147483647; padding: 1rem 1.25rem;
      background: #1d1b22; color: #f4f1fa; border-top: 3px solid #ff6b6b; font: 14px/1.5 system-ui, sans-serif; }
    section.mild { border-top-color: #ffd43b; }
    h2 { margin: 0 0 .5rem; font-size: 1rem; }
    pre { margin: 0 0 .75rem; white-space: pre-wrap; overflow-wrap: anywhere; font: 13px/1.45 ui-monospace, monospace; }
    button { float: right; font: inherit; color: inherit; background: none; border: 1px solid currentColor; border-radius: 4px; padding: .1rem .6rem; }
    button:focus-visible { outline: 2px solid #74c0fc; outline-offset: 2px; }
  `);
  let shown = null;
  let host = null;

  function show({ trouble, diagnostics, errors }) {
    host?.remove();
    host = null;
    const lines = [...(trouble === null ? [] : [trouble]), ...diagnostics];
    if (lines.length === 0) return;
    host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [style];
    const section = document.createElement('section');
    section.setAttribute('role', 'alert');
    if (!errors && trouble === null) section.className = 'mild';
    const close = document.createElement('button');
    close.textContent = 'Hide';
    close.addEventListener('click', () => host?.remove());
    const head = document.createElement('h2');
    head.textContent = errors || trouble !== null ? 'The source has errors; the page shows the last version that compiled' : 'The source has warnings';
    section.append(close, head);
    for (const line of lines) {
      const text = document.createElement('pre');
      text.textContent = line;
      section.append(text);
    }
    root.append(section);
    document.body.append(host);
  }

  const news = new EventSource('preview-events');
  news.addEventListener('message', ({ data }) => {
    const now = JSON.parse(data);
    if (shown !== null && now.version !== shown) return location.reload();
    shown = now.version;
    show(now);
  });
  addEventListener('pagehide', () => news.close());
})();
