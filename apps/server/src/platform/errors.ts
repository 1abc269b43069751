import { defineErrors } from './problem.js';

/** Errors that any operation may answer with. */
export const platformErrors = defineErrors('platform', {
  BAD_INPUT: { status: 400, says: 'An input is not as it must be.', when: 'A value has the wrong type, shape, size or characters. `extensions.path` names it.' },
  NOT_FOUND: { status: 404, says: 'There is nothing with this id that you may see.', when: 'The id does not exist, or belongs to another organisation or person; both answer the same.' },
  CONFLICT: { status: 409, says: 'This was changed by somebody else meanwhile, or exists already.', when: 'Read again and repeat what is still wanted.' },
  TOO_LARGE: { status: 413, says: 'The request is too large.', when: 'More than 256 kB in a request body, or more than an operation takes at once. Send less at a time.' },
  TOO_COMPLEX: { status: 400, says: 'The query asks for too much at once.', when: 'The query is nested too deep, repeats too many fields under other names, or could return too many things. Split it or ask for smaller pages.' },
  BAD_QUERY: { status: 400, says: 'The query is not valid.', when: 'GraphQL could not parse the query or it does not fit the schema.' },
  UNAVAILABLE: { status: 503, says: 'The server is stopping or its database does not answer.', when: 'Try again shortly. What was not acknowledged must be sent again.' },
  INTERNAL: { status: 500, says: 'Something went wrong on the server.', when: 'A fault of ours. `extensions.reference` is found in the server\'s log.' },
});
