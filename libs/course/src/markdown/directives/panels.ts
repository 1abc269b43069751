import type { ElementContent } from 'hast';
import { attribute, contentOf, element, text, type DirectiveKind } from './kind.js';

function panels(kind: 'accordion' | 'tabs'): DirectiveKind {
  return {
    form: 'container', attributes: {}, text: 'required', inFields: false, holds: ['panel'],
    render: (node, state) => {
      const children = contentOf(node, state);
      if (kind === 'tabs') openFirst(children);
      return [element('div', { className: [kind], dataKind: kind }, children)];
    },
  };
}

function openFirst(children: ElementContent[]): void {
  const first = children.find((child) => child.type === 'element');
  if (first?.type === 'element') first.properties['open'] = true;
}

/** Long side matter, folded. Without a script it works as it is. */
export const accordion = panels('accordion');
/** Side matter side by side. Without a script it is an accordion whose first panel is open. */
export const tabs = panels('tabs');

export const panel: DirectiveKind = {
  form: 'container', attributes: { title: 'required' }, text: 'required', inFields: false, within: ['accordion', 'tabs'],
  render: (node, state) => [
    element('details', { className: ['panel'] }, [element('summary', {}, [text(attribute(node, 'title'))]), ...contentOf(node, state)]),
  ],
};
