import type { ShipmentOutcome } from '../app/warehouse.ts';
import type { Context } from './context.ts';
import type { MutationResolvers } from './generated.ts';

/** What was read of the shipment's order before the change must not answer after it. */
function forget({ byId, events, items, linesOf, ofOrder }: Context, shipmentId: string): void {
  byId.clear(shipmentId);
  events.clear(shipmentId);
  items.clear(shipmentId);
  linesOf.clearAll();
  ofOrder.clearAll();
}

async function present(context: Context, outcome: ShipmentOutcome) {
  const { shipmentId } = outcome;
  forget(context, shipmentId);
  if (outcome.kind === 'REFUSED') return { code: outcome.code, shipmentId };
  return changed(context, shipmentId);
}

/** Whoever changes shipments may read them: `shipments:write` is enough for one's own doing. */
async function changed({ changedShipment }: Context, shipmentId: string) {
  const shipment = await changedShipment(shipmentId);
  if (shipment === null) throw new TypeError(`${shipmentId} was changed and is not there`);
  return shipment;
}

export const mutations: MutationResolvers<Context> = {
  addTrackingEvent: async (_, { input }, context) => {
    const shipmentId = await context.tracking.addTrackingEvent(context.viewer, input);
    forget(context, shipmentId);
    return changed(context, shipmentId);
  },
  packShipment: async (_, { input }, context) =>
    present(context, await context.warehouse.pack(context.viewer, input)),
  dispatchShipment: async (_, { input }, context) =>
    present(context, await context.warehouse.dispatch(context.viewer, input)),
  deliverShipment: async (_, { input }, context) =>
    present(context, await context.warehouse.deliver(context.viewer, input)),
  cancelShipment: async (_, { input }, context) =>
    present(context, await context.warehouse.cancel(context.viewer, input)),
  redriveShippingDeadLetter: (_, { id }, { deadLetters, viewer }) =>
    deadLetters.redrive(viewer, id),
  dropShippingDeadLetter: (_, { id }, { deadLetters, viewer }) => deadLetters.drop(viewer, id),
};
