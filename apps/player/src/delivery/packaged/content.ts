import { DeliveryError } from '../delivery.js';

/**
 * Fetches `content/<id>.js` by a script element, which also works from `file://`: the file hands its value over by an
 * event on its own element. What was fetched is kept; what failed may be asked for again.
 */
export class ContentFiles {
  private readonly known = new Map<string, Promise<unknown>>();

  constructor(private readonly page: Document) {}

  keep(id: string, value: unknown): void {
    this.known.set(id, Promise.resolve(value));
  }

  /** The value of one file; its shape is what the packager writes (libs/course, delivery). Rejects with DeliveryError. */
  load<T>(id: string): Promise<T> {
    let loading = this.known.get(id);
    if (loading === undefined) {
      loading = this.fetch(id);
      this.known.set(id, loading);
      loading.catch(() => this.known.delete(id));
    }
    return loading as Promise<T>;
  }

  private fetch(id: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const script = this.page.createElement('script');
      let handed = false;
      script.addEventListener('preceptor:content', (event) => {
        handed = true;
        resolve((event as CustomEvent<unknown>).detail);
      });
      script.addEventListener('load', () => {
        script.remove();
        if (!handed) reject(new DeliveryError('NOT_FOUND', `content/${id}.js holds nothing`));
      });
      script.addEventListener('error', () => {
        script.remove();
        reject(new DeliveryError(navigator.onLine ? 'NOT_FOUND' : 'OFFLINE', `content/${id}.js did not load`));
      });
      script.src = `content/${id.split('/').map(encodeURIComponent).join('/')}.js`;
      this.page.head.append(script);
    });
  }
}
