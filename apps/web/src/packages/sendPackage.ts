/** Sends a package to be checked; tells how much of it is sent, 0 to 1. Answers the check's id, or a sentence that says why not. */
export function sendPackage(zip: File, onProgress: (part: number) => void, signal: AbortSignal): Promise<{ id: string } | { fault: string }> {
  return new Promise((resolve) => {
    // fetch tells nothing of what it has sent.
    const request = new XMLHttpRequest();
    request.open('POST', `/packages/checks?name=${encodeURIComponent(zip.name)}`);
    request.setRequestHeader('content-type', 'application/zip');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve(answerIn(request));
    request.onerror = () => resolve({ fault: 'Preceptor could not be reached, or it stopped taking the file: at most 1 GB can be sent.' });
    request.onabort = () => resolve({ fault: 'It was not sent.' });
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(zip);
  });
}

function answerIn({ status, responseText }: XMLHttpRequest): { id: string } | { fault: string } {
  const body = parsed(responseText);
  if (status === 202 && typeof body['id'] === 'string') return { id: body['id'] };
  if (status === 401 || status === 403) return { fault: 'Your account may not check packages. Ask an administrator of your organisation.' };
  return { fault: typeof body['message'] === 'string' ? body['message'] : `The server answered with ${status}.` };
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
