import type { ResponseOf } from '@preceptor/assessment';
import { DeliveryError, type UploadedFile, type Uploads } from '../delivery.js';

/** Files to the server that the course is played from. By XMLHttpRequest, because `fetch` does not tell how much was sent. */
export class HostedUploads implements Uploads {
  constructor(private readonly enrolment: string) {}

  send({ id, item, blob, name, mediaType }: UploadedFile, onProgress: (share: number) => void, signal: AbortSignal): Promise<ResponseOf['upload']> {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', `/learn/${this.enrolment}/uploads?${new URLSearchParams({ id, item, name, type: mediaType }).toString()}`);
      request.setRequestHeader('content-type', 'application/octet-stream');
      request.responseType = 'json';
      request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
      request.addEventListener('load', () => {
        const { status } = request;
        const answer = request.response as (ResponseOf['upload'] & { code?: string; message?: string }) | null;
        if (status < 300 && answer !== null) resolve(answer);
        else reject(new DeliveryError(status >= 500 ? 'OFFLINE' : answer?.code ?? 'UNKNOWN', answer?.message ?? `the server answered ${status}`));
      });
      for (const kind of ['error', 'abort', 'timeout'] as const) request.addEventListener(kind, () => reject(new DeliveryError('OFFLINE', kind)));
      signal.addEventListener('abort', () => request.abort());
      request.send(blob);
    });
  }

  addressOf(file: string): string {
    return `/uploads/${file}`;
  }
}
