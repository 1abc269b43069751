import { attribute, contentOf, element, type DirectiveKind } from './kind.js';

/** Sets an item into the text; the player puts it where the placeholder stands. */
export const check: DirectiveKind = {
  form: 'leaf', attributes: { item: 'required' }, text: 'optional', inFields: false,
  render: (node, _state, task) => {
    const id = attribute(node, 'item');
    task.checks.push({ id, span: task.headOf(node) });
    return [element('div', { dataCheck: id })];
  },
};

/** A prompt whose answer is kept for the learner and never graded. */
export const reflection: DirectiveKind = {
  form: 'container', attributes: { id: 'required' }, text: 'required', inFields: false,
  render: (node, state, task) => {
    const id = attribute(node, 'id');
    task.reflections.push({ id, promptHtml: task.htmlOf(contentOf(node, state)).trim(), span: task.headOf(node) });
    return [element('div', { dataReflection: id })];
  },
};

/** A glossary term with a pop-up. */
export const term: DirectiveKind = {
  form: 'text', attributes: { id: 'required' }, text: 'required', inFields: true,
  render: (node, state, task) => {
    const id = attribute(node, 'id');
    task.terms.push({ id, span: task.headOf(node) });
    return [element('button', { type: 'button', dataTerm: id }, state.all(node))];
  },
};
