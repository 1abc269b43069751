import { context, propagation, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance } from 'fastify';

/** Does nothing and costs next to nothing until `startTraces` was called. */
export const tracer = trace.getTracer('preceptor');

/** A span around a piece of work. */
export const traced = <T>(name: string, work: () => Promise<T>): Promise<T> => tracer.startActiveSpan(name, (span) => work().finally(() => span.end()));

/**
 * Sends traces by OTLP over HTTP where OpenTelemetry's own variables say so (OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SERVICE_NAME
 * and the others). Gives the function that sends what is left and ends it; null: nobody wants any.
 */
export async function startTraces(env: Record<string, string | undefined>): Promise<(() => Promise<void>) | null> {
  if ((env['OTEL_EXPORTER_OTLP_ENDPOINT'] ?? env['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'] ?? '') === '' || env['OTEL_SDK_DISABLED'] === 'true') return null;
  const [{ NodeTracerProvider, BatchSpanProcessor }, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/sdk-trace-node'), import('@opentelemetry/exporter-trace-otlp-http'), import('@opentelemetry/resources'),
  ]);
  const provider = new NodeTracerProvider({ resource: resourceFromAttributes({ 'service.name': env['OTEL_SERVICE_NAME'] ?? 'preceptor' }), spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())] });
  provider.register();
  return () => provider.shutdown();
}

/** A span for each request, within the trace that its caller began (W3C Trace Context). Routes are named, addresses are not. */
export function traceRequests(fastify: FastifyInstance): void {
  const spans = new WeakMap<object, Span>();
  fastify.addHook('onRequest', (request, _reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const within = propagation.extract(ROOT_CONTEXT, request.headers);
    const span = tracer.startSpan(`${request.method} ${route}`, { kind: SpanKind.SERVER, attributes: { 'http.request.method': request.method, 'http.route': route } }, within);
    spans.set(request, span);
    context.with(trace.setSpan(within, span), done);
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const span = spans.get(request);
    span?.setAttribute('http.response.status_code', reply.statusCode);
    if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  });
}

/** A span for each GraphQL operation, by its name; of what it asked and was told, only the codes of errors. */
export const traceOperations: ApolloServerPlugin = {
  requestDidStart: async () => {
    const span = tracer.startSpan('graphql');
    return {
      willSendResponse: async ({ operation, operationName, errors }) => {
        const [first] = operation?.selectionSet.selections ?? [];
        span.updateName(`graphql ${operation?.operation ?? 'unread'} ${operationName ?? (first?.kind === 'Field' ? first.name.value : '')}`.trim());
        for (const { extensions } of errors ?? []) span.addEvent('error', { code: String(extensions['code'] ?? 'INTERNAL') });
        span.end();
      },
    };
  },
};
