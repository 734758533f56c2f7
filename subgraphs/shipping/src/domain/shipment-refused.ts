/** Why nothing happens to a shipment; stable, a client may tell them apart. */
export type ShipmentRefusal =
  | 'OUT_OF_TURN'
  | 'SHIPMENT_CANCELLED'
  | 'ORDER_HAS_LEFT'
  | 'NOT_IN_SHIPMENT'
  | 'TOO_MANY_SHIPMENTS'
  | 'TRACKING_NUMBER_TAKEN';

/** What was asked for may not happen to this shipment. */
export class ShipmentRefused extends Error {
  override readonly name = 'ShipmentRefused';
  readonly code: ShipmentRefusal;

  constructor(code: ShipmentRefusal) {
    super(code);
    this.code = code;
  }
}
