import { type Queries, violatedConstraint } from '@souk/platform/database';
import type { FulfilmentStore } from '../app/fulfilment-store.ts';
import { ShipmentRefused } from '../domain/shipment-refused.ts';
import { fulfilmentUnit, type Tell } from './fulfilment-unit.ts';

type Db = Queries<Record<string, unknown>>;

export const fulfilmentStore = (db: Db, tell: Tell): FulfilmentStore => ({
  transaction: async (work) => {
    try {
      return await db.transaction((tx) => work(fulfilmentUnit(tx as Db, tell)));
    } catch (error) {
      if (violatedConstraint(error) !== 'shipments_tracking_number') throw error;
      throw new ShipmentRefused('TRACKING_NUMBER_TAKEN');
    }
  },
});
