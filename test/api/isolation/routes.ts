import { RequestMethod, type Type } from '@nestjs/common';

/** Every plain route of some modules, as Nest's decorators name it: `GET /cohorts/:id/learners.csv`. */
export function routesOf(modules: readonly Type[]): { method: string; path: string }[] {
  const controllers = modules.flatMap((module) => (Reflect.getMetadata('controllers', module) ?? []) as Type[]);
  return controllers.flatMap((controller) => {
    const base = String(Reflect.getMetadata('path', controller) ?? '');
    const prototype = controller.prototype as Record<string, unknown>;
    return Object.getOwnPropertyNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      const path: unknown = typeof handler === 'function' ? Reflect.getMetadata('path', handler) : undefined;
      if (name === 'constructor' || path === undefined || typeof handler !== 'function') return [];
      const paths = (Array.isArray(path) ? path : [path]).map((each) => `/${[base, String(each)].map((part) => part.replace(/^\/|\/$/g, '')).filter((part) => part !== '').join('/')}`);
      return paths.map((each) => ({ method: RequestMethod[Reflect.getMetadata('method', handler) as RequestMethod], path: each }));
    });
  });
}
