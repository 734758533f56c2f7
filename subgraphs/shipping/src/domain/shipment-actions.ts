import type { ShipmentStatus } from './shipment.ts';

export type ShipmentAction = 'PACK' | 'DISPATCH' | 'DELIVER' | 'CANCEL';

/** What the warehouse may do with a shipment at this moment. */
export function shipmentActions(status: ShipmentStatus, orderHasLeft: boolean): ShipmentAction[] {
  switch (status) {
    case 'PENDING':
      return orderHasLeft ? ['PACK'] : ['PACK', 'CANCEL'];
    case 'LABEL_CREATED':
      return orderHasLeft ? ['DISPATCH'] : ['DISPATCH', 'CANCEL'];
    case 'IN_TRANSIT':
    case 'OUT_FOR_DELIVERY':
    case 'EXCEPTION':
      return ['DELIVER'];
    default:
      return [];
  }
}
