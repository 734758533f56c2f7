import type { DeadLetterVerbs } from '@souk/platform/dead-letter-verbs';
import type { Viewer } from '@souk/platform/identity';
import { listLoader, rowLoader } from '@souk/platform/loaders';
import type { RequestScope } from '@souk/platform/subgraph';
import type DataLoader from 'dataloader';
import type { CountryRate, RateVerbs } from '../app/rates.ts';
import type { ShipmentVerbs } from '../app/shipments.ts';
import type { LineInParcel } from '../app/shipped.ts';
import type { TrackingVerbs } from '../app/tracking.ts';
import { maySee, possibleIds } from '../app/visible.ts';
import type { WarehouseVerbs } from '../app/warehouse.ts';
import type { Shipment, ShipmentItem, TrackingEvent } from '../domain/shipment.ts';

type Ids = readonly string[];

/** What resolvers may read; the store answers to it. */
export type ShippingReads = {
  byIds: (ids: Ids) => Promise<Shipment[]>;
  ofOrders: (orderIds: Ids) => Promise<Shipment[]>;
  linesOf: (orderIds: Ids) => Promise<LineInParcel[]>;
  itemsOf: (shipmentIds: Ids) => Promise<ShipmentItem[]>;
  eventsOf: (shipmentIds: Ids) => Promise<TrackingEvent[]>;
  ratesOf: (countries: Ids) => Promise<CountryRate[]>;
};

type Verbs = {
  rates: RateVerbs;
  shipments: ShipmentVerbs;
  tracking: TrackingVerbs;
  warehouse: WarehouseVerbs;
  deadLetters: DeadLetterVerbs;
};

export type Context = Verbs & {
  viewer: Viewer | null;
  /** The shipment that the viewer has just changed, as it is now. */
  changedShipment: (id: string) => Promise<Shipment | null>;
  byId: DataLoader<string, Shipment | null>;
  ofOrder: DataLoader<string, Shipment[]>;
  linesOf: DataLoader<string, LineInParcel[]>;
  items: DataLoader<string, ShipmentItem[]>;
  events: DataLoader<string, TrackingEvent[]>;
  ratesOf: DataLoader<string, CountryRate[]>;
};

/** Made anew for every request; `byId` hands out no shipment that the viewer may not see. */
export const shippingContext =
  (verbs: Verbs, reads: ShippingReads) =>
  ({ viewer }: RequestScope): Context => {
    /** Guests own no parcel, and nothing has an id that is none: neither costs a statement. */
    const asked =
      <Row>(read: (ids: Ids) => Promise<Row[]>) =>
      async (ids: Ids): Promise<Row[]> => {
        const possible = possibleIds(ids);
        return viewer === null || possible.length === 0 ? [] : read(possible);
      };
    const seen = async (ids: Ids) => (await reads.byIds(ids)).filter((row) => maySee(viewer, row));
    return {
      viewer,
      ...verbs,
      changedShipment: async (id) => (await reads.byIds([id]))[0] ?? null,
      byId: rowLoader(asked(seen), (row) => row.id),
      ofOrder: listLoader(asked(reads.ofOrders), (row) => row.orderId),
      linesOf: listLoader(asked(reads.linesOf), (row) => row.orderId),
      items: listLoader(reads.itemsOf, (row) => row.shipmentId),
      events: listLoader(reads.eventsOf, (row) => row.shipmentId),
      ratesOf: listLoader(reads.ratesOf, (row) => row.country),
    };
  };
