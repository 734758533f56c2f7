import { type DocumentNode, Kind } from 'graphql';

/** The name by which a document of one operation is planned. */
export const nameOf = ({ definitions }: DocumentNode): string | undefined =>
  definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION)?.name?.value;
