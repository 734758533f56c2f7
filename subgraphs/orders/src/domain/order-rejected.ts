/** Why a command on an order or a return was refused; stable, a client may tell them apart. */
export type RejectionCode =
  | 'NO_SUCH_ORDER'
  | 'ALREADY_PLACED'
  | 'NOTHING_ORDERED'
  | 'OUT_OF_TURN'
  | 'NOT_CANCELLABLE'
  | 'NOT_SHIPPABLE'
  | 'NOT_IN_ORDER'
  | 'MORE_THAN_ORDERED'
  | 'NO_SUCH_SHIPMENT'
  | 'NO_SUCH_RETURN'
  | 'NOT_RETURNABLE'
  | 'RETURN_PERIOD_OVER'
  | 'MORE_THAN_SHIPPED';

/** A command that the state does not allow: a business "no", not a failure. */
export class OrderRejected extends Error {
  override readonly name = 'OrderRejected';
  readonly code: RejectionCode;

  constructor(code: RejectionCode) {
    super(code);
    this.code = code;
  }
}
