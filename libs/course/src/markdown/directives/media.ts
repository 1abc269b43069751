import type { ElementContent } from 'hast';
import type { State } from 'mdast-util-to-hast';
import { useMedia } from '../media.js';
import { pictureElement } from '../picture.js';
import { attribute, contentOf, element, text, type DirectiveKind, type DirectiveNode } from './kind.js';

/** A picture with a caption. */
export const figure: DirectiveKind = {
  form: 'container', attributes: { src: 'required', alt: 'required' }, text: 'optional', inFields: false,
  lacks: (what, node, task) => {
    if (what !== 'alt') return false;
    task.report('image-without-alt', node, 'This figure has no text alternative.', 'Add alt="…" that says what the picture shows.');
    return true;
  },
  render: (node, state, task) => {
    const picture = pictureElement(task, node, attribute(node, 'src'), attribute(node, 'alt'));
    const caption = node.children.length === 0 ? [] : [element('figcaption', {}, contentOf(node, state))];
    return picture === null ? caption : [element('figure', { className: ['figure'], dataKind: 'figure' }, [picture, ...caption])];
  },
};

/** Sound with its transcript. */
export const audio: DirectiveKind = {
  form: 'container', attributes: { src: 'required', title: 'optional' }, text: 'required', inFields: false,
  lacks: (what, node, task) => {
    if (what !== 'text') return false;
    task.report('audio-without-transcript', node, 'This sound has no transcript.');
    return true;
  },
  render: (node, state, task) => {
    const sound = useMedia(task, node, attribute(node, 'src'), 'sound');
    if (sound === null) return contentOf(node, state);
    const player = element('audio', { controls: true, preload: 'none', src: sound.src, ...labelled(node) });
    return [element('figure', { className: ['audio'], dataKind: 'audio' }, [player, ...titleOf(node), ...transcript(node, state)])];
  },
};

/** Video with captions and, where there is one, its transcript. */
export const video: DirectiveKind = {
  form: 'container', attributes: { src: 'required', captions: 'required', title: 'optional' }, text: 'optional', inFields: false,
  lacks: (what, node, task) => {
    if (what !== 'captions') return false;
    task.report('video-without-captions', node, 'This video has no captions.');
    return true;
  },
  render: (node, state, task) => {
    const film = useMedia(task, node, attribute(node, 'src'), 'film');
    const captions = useMedia(task, node, attribute(node, 'captions'), 'captions');
    if (film === null || captions === null) return contentOf(node, state);
    const track = element('track', { kind: 'captions', src: captions.src, srcLang: task.setting.language, default: true });
    const player = element('video', { controls: true, preload: 'none', src: film.src, ...labelled(node) }, [track]);
    return [element('figure', { className: ['video'], dataKind: 'video' }, [player, ...titleOf(node), ...transcript(node, state)])];
  },
};

function labelled(node: DirectiveNode): Record<string, string> {
  const title = attribute(node, 'title');
  return title === '' ? {} : { ariaLabel: title };
}

function titleOf(node: DirectiveNode): ElementContent[] {
  const title = attribute(node, 'title');
  return title === '' ? [] : [element('figcaption', {}, [text(title)])];
}

/** The player writes the word for "transcript" into the summary, in its own language. */
function transcript(node: DirectiveNode, state: State): ElementContent[] {
  if (node.children.length === 0) return [];
  return [element('details', { dataKind: 'transcript' }, [element('summary', { dataWord: 'transcript' }), ...contentOf(node, state)])];
}
