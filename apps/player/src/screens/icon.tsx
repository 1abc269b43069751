const paths = {
  outline: 'M2.5 4h11M2.5 8h11M2.5 12h7',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.7 10.7L14 14',
  close: 'M4 4l8 8M12 4l-8 8',
  done: 'M3 8.5l3.5 3.5L13 4.5',
  fold: 'M6 3.5L10.5 8 6 12.5',
  leave: 'M9.5 2.5h-6v11h6M6.5 8H14M11 5l3 3-3 3',
  home: 'M9.5 3.5L5 8l4.5 4.5',
};

/** A small drawing beside a word, or inside a button that has a name. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return <svg class={`icon-drawing ${name}`} viewBox="0 0 16 16" aria-hidden="true"><path d={paths[name]} /></svg>;
}
