import type { FastifyReply, FastifyRequest } from 'fastify';

const name = 'preceptor_session';

/** The secret that a request carries: an API key in the Authorization header, else the session's cookie. */
export function secretOf(request: FastifyRequest): { token: string } | { key: string } | null {
  const authorization = request.headers.authorization;
  if (authorization !== undefined) return authorization.startsWith('Bearer ') ? { key: authorization.slice(7).trim().slice(0, 200) } : null;
  const token = sessionToken(request);
  return token === null ? null : { token };
}

export function sessionToken(request: FastifyRequest): string | null {
  const value = /(?:^|;\s*)preceptor_session=([\w-]{1,100})(?:;|$)/.exec(request.headers.cookie ?? '')?.[1];
  return value ?? null;
}

/** Sets the session's cookie: out of scripts' reach, not sent from other sites' forms; only over TLS where TLS is used. */
export const sessionCookie = (request: FastifyRequest, token: string, seconds: number): string => `${name}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${request.protocol === 'https' ? '; Secure' : ''}`;
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string, seconds: number): void {
  reply.header('set-cookie', sessionCookie(request, token, seconds));
}
export const clearSessionCookie = (request: FastifyRequest, reply: FastifyReply) => setSessionCookie(request, reply, '', 0);

/** Whether the request came from this machine itself. */
export const isLoopback = (request: FastifyRequest): boolean => /^(127\.|::1$|::ffff:127\.)/.test(request.ip) && /^(localhost|127\.[\d.]+|\[::1\])(:\d+)?$/.test(request.host);
