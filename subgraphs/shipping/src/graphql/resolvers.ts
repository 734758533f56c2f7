import { parseId } from '@souk/platform/ids';
import { connection, pageArgs } from '@souk/platform/paging';
import { orderHasLeft, shippedQuantity } from '../app/shipped.ts';
import { seenOfOrder } from '../app/visible.ts';
import { inLocale } from '../domain/localised.ts';
import { nextStatuses } from '../domain/shipment.ts';
import { shipmentActions } from '../domain/shipment-actions.ts';
import type { Resolvers } from './generated.ts';
import { mutations } from './mutations.ts';
import { REFUSALS } from './refusal-messages.ts';

export const resolvers: Resolvers = {
  Query: {
    shippingRates: (_, wanted, { rates, ratesOf }) =>
      rates.quote(wanted, (country) => ratesOf.load(country)),
    shippingZones: (_, __, { rates }) => rates.zones(),
    shipment: (_, { id }, { byId }) => byId.load(parseId(id, 'id')),
    trackShipment: async (_, args, { shipments }) => {
      const found = await shipments.byTrackingNumber(args.trackingNumber, args.carrier ?? null);
      const number = found?.trackingNumber;
      return found && number ? { ...found, trackingNumber: number } : null;
    },
    shipments: async (_, { filter, ...args }, { shipments, viewer }) => {
      const page = pageArgs(args);
      const rows = await shipments.search(viewer, filter, page);
      return connection(rows, page, (row) => [row.createdAt.toISOString(), row.id]);
    },
    shippingDeadLetters: (_, page, { deadLetters, viewer }) => deadLetters.list(viewer, page),
    shippingDeadLetter: (_, { id }, { deadLetters, viewer }) => deadLetters.read(viewer, id),
  },
  Mutation: mutations,
  Shipment: {
    __resolveReference: ({ id }, { byId }) => byId.load(id),
    nextStatuses: ({ status }) => [...nextStatuses(status)],
    availableActions: async ({ orderId, status }, _, { viewer, linesOf }) =>
      viewer === null || !viewer.scopes.has('shipments:write')
        ? []
        : shipmentActions(status, orderHasLeft(await linesOf.load(orderId))),
    items: ({ id }, _, { items }) => items.load(id),
    events: ({ id }, _, { events }) => events.load(id),
    order: ({ orderId, orderNumber }) => ({ id: orderId, number: orderNumber }),
  },
  ShipmentActionResult: {
    __resolveType: (told) => ('code' in told ? 'ShipmentActionRefused' : 'Shipment'),
  },
  ShipmentActionRefused: {
    message: ({ code }, { locale }) => inLocale(REFUSALS[code], locale),
    shipment: ({ shipmentId }, _, { byId }) => byId.load(shipmentId),
  },
  ShipmentItem: {
    orderLine: ({ orderId, orderLineNumber }) => ({ orderId, number: orderLineNumber }),
  },
  Tracking: {
    events: ({ id }, _, { events }) => events.load(id),
  },
  TrackingEvent: {
    description: ({ description }, { locale }) => inLocale(description, locale),
  },
  ShippingOption: {
    name: ({ name }, { locale }) => inLocale(name, locale),
  },
  ShippingZone: {
    name: ({ name }, { locale }) => inLocale(name, locale),
  },
  Cart: {
    shippingOptions: ({ weightGrams, currency }, { country }, { rates, ratesOf }) =>
      weightGrams === 0
        ? []
        : rates.quote({ country, weightGrams, currency }, (code) => ratesOf.load(code)),
  },
  Order: {
    shipments: async ({ id }, _, { ofOrder, viewer }) =>
      seenOfOrder(viewer, await ofOrder.load(id)),
  },
  OrderLine: {
    shippedQuantity: async ({ orderId, number }, _, { linesOf, viewer }) =>
      shippedQuantity(viewer, await linesOf.load(orderId), number),
  },
};
