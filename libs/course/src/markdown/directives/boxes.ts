import { attribute, contentOf, element, text, type DirectiveKind } from './kind.js';

/** An invented case. The player marks it as invented in its own language. */
export const vignette: DirectiveKind = {
  form: 'container', attributes: { title: 'optional' }, text: 'required', inFields: false,
  render: (node, state) => {
    const title = attribute(node, 'title');
    const head = title === '' ? [] : [element('p', { className: ['vignette-title'] }, [text(title)])];
    return [element('section', { className: ['vignette'], dataKind: 'vignette' }, [...head, ...contentOf(node, state)])];
  },
};

function box(kind: 'key-point' | 'caution'): DirectiveKind {
  return {
    form: 'container', attributes: {}, text: 'required', inFields: false,
    render: (node, state) => [element('section', { className: [kind], dataKind: kind }, contentOf(node, state))],
  };
}

/** What to remember. */
export const keyPoint = box('key-point');
/** Where one goes wrong. */
export const caution = box('caution');
