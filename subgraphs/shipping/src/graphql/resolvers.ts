import { parseId } from '@souk/platform/ids';
import { connection, pageArgs } from '@souk/platform/paging';
import { shippedQuantity } from '../app/shipped.ts';
import { seenOfOrder } from '../app/visible.ts';
import { inLocale } from '../domain/localised.ts';
import { nextStatuses } from '../domain/shipment.ts';
import type { Resolvers } from './generated.ts';

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
  },
  Mutation: {
    addTrackingEvent: async (_, { input }, { shipments, viewer, byId, events }) => {
      const shipment = await shipments.addTrackingEvent(viewer, input);
      byId.clear(shipment.id);
      events.clear(shipment.id);
      return shipment;
    },
  },
  Shipment: {
    __resolveReference: ({ id }, { byId }) => byId.load(id),
    nextStatuses: ({ status }) => [...nextStatuses(status)],
    items: ({ id }, _, { items }) => items.load(id),
    events: ({ id }, _, { events }) => events.load(id),
    order: ({ orderId, orderNumber }) => ({ id: orderId, number: orderNumber }),
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
