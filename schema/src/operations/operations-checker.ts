import type { GraphQLError, GraphQLSchema } from 'graphql';
import type { Checker, Comparison } from '../check/checker.ts';
import type { Finding } from '../report/finding.ts';
import type { Operation } from './operation.ts';
import { schemasOfClients } from './schemas-of-clients.ts';
import { validateOperation } from './validate-operation.ts';

/** Every known operation, validated on both sides against what its client sees. */
export const operations: Checker = {
  heading: 'validating operations',
  needsComposition: true,
  check: (comparison: Comparison) => {
    const { operations, findings } = comparison.known();
    const schemasOf = schemasOfClients(comparison);
    const broken = operations.flatMap((operation) => {
      const schemas = schemasOf(operation.client);
      return schemas === null ? [] : brokenBy(operation, schemas.before, schemas.after);
    });
    return [...findings, ...broken];
  },
};

function brokenBy(operation: Operation, before: GraphQLSchema, after: GraphQLSchema): Finding[] {
  const errors = errorsOf(operation, after);
  const [first] = errors;
  if (first === undefined) return [];
  const was = errorsOf(operation, before).length > 0;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  const { client, name, place, recorded } = operation;
  return [
    {
      check: 'operations',
      rule: was ? 'OPERATION_ALREADY_INVALID' : 'OPERATION_BREAKS',
      level: was ? 'warning' : 'error',
      severity: was ? 'invalid' : 'breaking',
      coordinate: name,
      scope: client,
      message: `${was ? 'is invalid before and after' : 'would be refused'}: ${first.message}${more}`,
      ...(place !== undefined && { place }),
      affected: [
        {
          ...{ client, name },
          ...(place !== undefined && { place }),
          ...(recorded !== undefined && { count: recorded.count }),
        },
      ],
    },
  ];
}

const errorsOf = ({ document }: Operation, schema: GraphQLSchema): readonly GraphQLError[] =>
  validateOperation(schema, document);
