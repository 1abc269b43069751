export interface Sending {
  file: File;
  /** where it is sent, on this server */
  to: string;
  type: string;
  /** said where the account may not */
  forbidden: string;
  /** said where the connection broke */
  broken: string;
}

/** Sends a file as the body of a POST; tells how much of it is sent, 0 to 1. Answers the id that the server gave, or a sentence that says why not. */
export function sendFile({ file, to, type, forbidden, broken }: Sending, onProgress: (part: number) => void, signal: AbortSignal): Promise<{ id: string } | { fault: string }> {
  return new Promise((resolve) => {
    // fetch tells nothing of what it has sent.
    const request = new XMLHttpRequest();
    request.open('POST', to);
    request.setRequestHeader('content-type', type);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve(answerIn(request, forbidden));
    request.onerror = () => resolve({ fault: broken });
    request.onabort = () => resolve({ fault: 'It was not sent.' });
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function answerIn({ status, responseText }: XMLHttpRequest, forbidden: string): { id: string } | { fault: string } {
  const body = parsed(responseText);
  if (status >= 200 && status < 300 && typeof body['id'] === 'string') return { id: body['id'] };
  if (status === 401 || status === 403) return { fault: forbidden };
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
