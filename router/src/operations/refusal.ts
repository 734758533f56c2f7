/** A whole request that is refused before it is executed, in words for the client. */
export type Refusal = {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** For Retry-After, in seconds. */
  readonly retryAfter?: number;
  /** For Allow. */
  readonly allow?: string;
  /** Header fields besides, names and values in turn. */
  readonly fields?: readonly string[];
};

/** The body of its answer. */
export const refusalText = ({ message, code, retryAfter }: Refusal): string =>
  JSON.stringify({
    errors: [
      {
        message,
        extensions: {
          ...(retryAfter !== undefined && { retryAfterSeconds: retryAfter }),
          code,
        },
      },
    ],
  });

export const tooLarge = (maxBytes: number): Refusal => ({
  status: 413,
  code: 'PAYLOAD_TOO_LARGE',
  message: `The request body is larger than ${maxBytes} bytes.`,
});

export const notJson: Refusal = {
  status: 400,
  code: 'BAD_USER_INPUT',
  message: 'The request body is not JSON in UTF-8.',
};

export const unsupportedMediaType: Refusal = {
  status: 415,
  code: 'BAD_USER_INPUT',
  message: 'The request body must be application/json in UTF-8, without content encoding.',
};

export const methodNotAllowed: Refusal = {
  status: 405,
  code: 'BAD_USER_INPUT',
  message: 'Operations are sent by POST, or queries by GET.',
  allow: 'GET, POST, OPTIONS',
};

export const notAcceptable: Refusal = {
  status: 406,
  code: 'BAD_USER_INPUT',
  message: 'Answers are application/json or application/graphql-response+json.',
};

export const batchTooLong = (max: number): Refusal => ({
  status: 400,
  code: 'BAD_USER_INPUT',
  message: `A batch may hold up to ${max} operations.`,
});

/** `fields`: those that tell the limit. */
export const rateLimited = (retryAfter: number, fields: readonly string[] = []): Refusal => ({
  status: 429,
  code: 'RATE_LIMITED',
  message: `Too many operations in a short time. Try again in ${retryAfter} s.`,
  retryAfter,
  fields,
});

export const internalFailure: Refusal = {
  status: 500,
  code: 'INTERNAL_SERVER_ERROR',
  message: 'Something went wrong here.',
};

export const notInList: Refusal = {
  status: 404,
  code: 'PERSISTED_QUERY_NOT_IN_LIST',
  message: 'No trusted document has this id.',
};

export const notInSafeList: Refusal = {
  status: 403,
  code: 'QUERY_NOT_IN_SAFE_LIST',
  message: 'Only trusted documents are executed here, and this is none of them.',
};

export const idRequired: Refusal = {
  status: 400,
  code: 'PERSISTED_QUERY_ID_REQUIRED',
  message: 'Operations are asked for by the id of their trusted document here, not by their text.',
};

export const idAndBody: Refusal = {
  status: 400,
  code: 'CANNOT_SEND_PQ_ID_AND_BODY',
  message: 'The text is not that of the trusted document with this id: send one of them.',
};
