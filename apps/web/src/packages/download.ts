export interface DownloadState { received: number; /** about, for the zip is made while it is sent; null: the server doesn't say */ total: number | null }

/**
 * Fetches a package and saves it, telling how far it is.
 * @throws Error with a sentence for the person, or an AbortError when stopped
 */
export async function download(url: string, name: string, onProgress: (state: DownloadState) => void, signal: AbortSignal): Promise<{ name: string; bytes: number }> {
  const response = await fetch(url, { signal, credentials: 'same-origin' }).catch((error: unknown) => {
    throw signal.aborted ? error : new Error('Preceptor could not be reached.');
  });
  if (!response.ok || response.body === null) throw new Error(await sentenceOf(response));
  const length = Number(response.headers.get('content-length') ?? response.headers.get('x-content-length-about') ?? Number.NaN);
  const about = Number.isFinite(length) && length > 0 ? length : null;
  const parts: BlobPart[] = [];
  let received = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    received += part.value.byteLength;
    onProgress({ received, total: about === null ? null : Math.max(about, received) });
  }
  const saved = nameIn(response) ?? name;
  save(new Blob(parts, { type: 'application/zip' }), saved);
  return { name: saved, bytes: received };
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function nameIn(response: Response): string | null {
  return /filename="?([^";]+)"?/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? null;
}

async function sentenceOf(response: Response): Promise<string> {
  if (response.status === 401 || response.status === 403) return 'Your account may not download packages. Ask an administrator of your organisation.';
  const body: unknown = await response.json().catch(() => null);
  const message: unknown = typeof body === 'object' && body !== null && 'message' in body ? body.message : null;
  return typeof message === 'string' ? message : `The server answered with ${response.status}.`;
}
