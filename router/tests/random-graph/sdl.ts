import type { FieldModel, Model, TypeModel } from './model.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@override", "@interfaceObject"])';

const fieldLine = (field: FieldModel, directives: string): string => {
  const args = field.args === '' ? '' : `(${field.args})`;
  return `  ${field.name}${args}: ${field.wrapping.replace('*', field.named)} ${directives}`;
};

const linesIn = (fields: readonly FieldModel[], service: string): string[] =>
  fields.flatMap((field) =>
    field.declared.flatMap((d) => (d.service === service ? [fieldLine(field, d.directives)] : [])),
  );

/** The schema of one subgraph. */
export function sdlOf(model: Model, service: string): string {
  const interfaces = model.abstracts.filter(
    ({ kind, services }) => kind === 'interface' && services.includes(service),
  );
  const object = model.interfaceObject;
  const implementsOf = ({ name }: TypeModel): string => {
    const names = interfaces.flatMap((i) => (i.members.includes(name) ? [i.name] : []));
    if (object?.home === service && object.members.includes(name)) names.push(object.name);
    return names.length === 0 ? '' : `implements ${names.join(' & ')}`;
  };
  const types = model.types.map((type) => {
    const lines = linesIn(type.fields, service);
    const keys = type.keysIn.get(service)?.map((key) => `@key(fields: "${key}")`) ?? [];
    if (lines.length === 0) return '';
    const share = type.keys.length === 0 ? '@shareable' : keys.join(' ');
    return `type ${type.name} ${implementsOf(type)} ${share} {\n${lines.join('\n')}\n}`;
  });
  const abstracts = model.abstracts.flatMap(({ name, kind, members, services }) => {
    if (!services.includes(service)) return [];
    if (kind === 'union') return [`union ${name} = ${members.join(' | ')}`];
    const own = model.types
      .find((type) => type.name === members[0])
      ?.fields.filter((field) => field.name === `in_${service}`);
    return [`interface ${name} {\n${(own ?? []).map((one) => fieldLine(one, '')).join('\n')}\n}`];
  });
  const media =
    object === null
      ? ''
      : object.home === service
        ? `interface ${object.name} @key(fields: "id") {\n  id: ID!\n  title: String!\n}`
        : object.other === service
          ? `type ${object.name} @key(fields: "id") @interfaceObject {\n  id: ID!\n${linesIn(object.fields, service).join('\n')}\n}`
          : '';
  return [
    LINK,
    `type Query {\n${linesIn(model.roots, service).join('\n')}\n}`,
    'enum Color { RED GREEN BLUE }',
    'input Filter { a: Int! b: [String!] color: Color = RED more: Filter }',
    'type Ref @shareable { at: String! }',
    ...types,
    ...abstracts,
    media,
  ].join('\n');
}
