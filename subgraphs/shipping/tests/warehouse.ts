import { newId } from '@souk/platform/ids';
import type { Stage } from './stage.ts';

const SHOWN = `__typename
  ... on Shipment { id status trackingNumber weightGrams availableActions
    items { quantity orderLine { number } } events { status description } }
  ... on ShipmentActionRefused { code en: message ko: message(locale: KO)
    shipment { id status } }`;

const verb = (name: string, input: string) =>
  `mutation ($input: ${input}!) { done: ${name}(input: $input) { ${SHOWN} } }`;

const VERBS = {
  pack: verb('packShipment', 'PackShipmentInput'),
  dispatch: verb('dispatchShipment', 'ShipmentActionInput'),
  deliver: verb('deliverShipment', 'ShipmentActionInput'),
  cancel: verb('cancelShipment', 'ShipmentActionInput'),
} as const;

export type Verb = keyof typeof VERBS;
export const VERB_NAMES = Object.keys(VERBS) as Verb[];

/** What the warehouse does, each time as an attempt of its own unless told otherwise. */
export const warehouseOf = (stage: () => Stage) => {
  const ask = (
    name: Verb,
    shipmentId: string,
    change: object = {},
    token: string | null = stage().tokens.warehouse,
  ) =>
    stage().query(
      VERBS[name],
      { input: { shipmentId, idempotencyKey: newId(), ...change } },
      token,
    );

  /** What it was answered. Throws where it was an error. */
  const does = async (name: Verb, shipmentId: string, change: object = {}) => {
    const { data, errors } = await ask(name, shipmentId, change);
    if (errors !== undefined) throw new Error(errors[0]?.message);
    return data.done;
  };
  return { ask, does };
};
