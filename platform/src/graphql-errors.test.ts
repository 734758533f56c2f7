import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { AppError } from './errors.ts';
import { formatError } from './graphql-errors.ts';
import { createLogger } from './log.ts';

const format = formatError(createLogger({ name: 'test', level: 'silent' }));
const thrown = (originalError: Error) =>
  new GraphQLError(originalError.message, { originalError, path: ['field'] });

test('our own error keeps its message and says whether to try again', () => {
  const error = thrown(new AppError('CONFLICT', 'Changed by another.', { version: 3 }));
  expect(format(error.toJSON(), error)).toEqual({
    message: 'Changed by another.',
    path: ['field'],
    extensions: { code: 'CONFLICT', version: 3, retryable: true },
  });
});

test('an unknown error is masked, path kept', () => {
  const error = thrown(new Error('connect ECONNREFUSED 10.0.0.7:5432'));
  const formatted = format({ message: error.message, path: ['a', 0] }, error);
  expect(JSON.stringify(formatted)).not.toMatch(/ECONNREFUSED|10\.0\.0\.7/);
  expect(formatted).toMatchObject({
    path: ['a', 0],
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
});

test('a validation error speaks of the request, without stack traces', () => {
  const extensions = { code: 'GRAPHQL_VALIDATION_FAILED', stacktrace: ['at secret.ts'] };
  const formatted = format({ message: 'Cannot query field "x".', extensions }, new Error('x'));
  expect(formatted.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
});

test('a character that PostgreSQL cannot hold is told of, however deep the refusal is', () => {
  const refused = Object.assign(new Error('invalid byte sequence'), { code: '22021' });
  const error = thrown(new Error('Failed query', { cause: refused }));
  expect(format(error.toJSON(), error)).toMatchObject({
    message: 'A text holds a character that no text may have.',
    extensions: { code: 'BAD_USER_INPUT', retryable: false },
  });
});

test('what else PostgreSQL refuses is masked', () => {
  const refused = Object.assign(new Error('bad text'), { code: '22P02' });
  const error = thrown(new Error('Failed query', { cause: refused }));
  expect(format(error.toJSON(), error).extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
});
