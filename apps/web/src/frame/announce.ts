/** Says a sentence to whoever uses a screen reader, without moving the focus. */
export function announce(sentence: string): void {
  const region = document.getElementById('announcer') ?? document.body.appendChild(makeRegion());
  region.textContent = '';
  setTimeout(() => { region.textContent = sentence; }, 50);
}

function makeRegion(): HTMLElement {
  const region = document.createElement('div');
  region.id = 'announcer';
  region.className = 'unseen';
  region.setAttribute('role', 'status');
  return region;
}
