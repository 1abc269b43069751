import type { DiagnosticEntry } from '../entry.js';

export const mediaCodes = {
  'image-without-alt': {
    code: 'PRE0401', severity: 'error',
    title: 'A picture has no text alternative',
    explanation: 'Who does not see the picture gets nothing of it (WCAG 2.2, 1.1.1).',
    mend: 'Say in the text alternative what the picture shows.',
    example: '![](media/models.svg)',
  },
  'video-without-captions': {
    code: 'PRE0402', severity: 'error',
    title: 'A video has no captions',
    explanation: 'Who does not hear the sound gets nothing of it (WCAG 2.2, 1.2.2).',
    mend: 'Add captions="media/NAME.vtt".',
    example: `:::video{src="media/talk.mp4"}\nTranscript.\n:::`,
  },
  'audio-without-transcript': {
    code: 'PRE0403', severity: 'error',
    title: 'Sound has no transcript',
    explanation: 'Who does not hear it gets nothing of it (WCAG 2.2, 1.2.1).',
    mend: 'Write the transcript between the opening and the closing line.',
    example: `:::audio{src="media/talk.mp3"}\n:::`,
  },
  'media-missing': {
    code: 'PRE0404', severity: 'error',
    title: 'The media file does not exist',
    explanation: 'The learner would see a broken picture.',
    mend: 'Put the file there, or correct the name; capital letters count.',
    example: '![The models](media/modles.svg)',
  },
  'media-outside': {
    code: 'PRE0405', severity: 'error',
    title: 'The path leads out of the media folder',
    explanation: 'Media stand under media/ of the course, named from there, with forward slashes.',
    mend: 'Put the file under media/ and write its path as media/NAME.',
    example: '![Secret](media/../../secret.png)',
  },
  'media-unused': {
    code: 'PRE0406', severity: 'warning',
    title: 'A media file is not used',
    explanation: 'It would make every package larger for nothing, so it is left out of the course.',
    mend: 'Use the file in a lesson or an item, or delete it.',
    example: 'media/old.svg',
  },
  'picture-size-unknown': {
    code: 'PRE0407', severity: 'warning',
    title: 'The size of a picture cannot be told',
    explanation: 'Without its size the text jumps while the picture loads.',
    mend: 'Give an SVG a width and a height or a viewBox; save another picture anew.',
    example: '<svg xmlns="http://www.w3.org/2000/svg"/>',
  },
  'media-type': {
    code: 'PRE0408', severity: 'error',
    title: 'The file is not of the type that is wanted here',
    explanation: 'Pictures are SVG, PNG, JPEG, GIF, WebP or AVIF; sound MP3, M4A, OGG, Opus or WAV; video MP4 or WebM; captions WebVTT.',
    mend: 'Convert the file, or name another one.',
    example: `:::figure{src="media/talk.mp3" alt="A talk"}\nCaption\n:::`,
  },
  'media-name': {
    code: 'PRE0409', severity: 'warning',
    title: 'The name of a media file will trip some systems',
    explanation: 'Letters, digits, dots, hyphens and underscores are safe everywhere; spaces, accents and names that differ only in capital letters are not.',
    mend: 'Rename the file.',
    example: 'media/My picture.png',
  },
  'svg-active': {
    code: 'PRE0410', severity: 'error',
    title: 'An SVG runs a program or fetches from outside',
    explanation: 'Opened by itself, such a picture would run in the name of the learner.',
    mend: 'Remove scripts, event handlers, foreignObject and outside references from the SVG.',
    example: '<svg onload="alert(1)">',
  },
} as const satisfies Record<string, DiagnosticEntry>;
