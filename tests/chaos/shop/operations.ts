/** Everything that the people of a run ask the router for. */

export const SIGN_IN = `mutation SignIn($input: SignInInput!) { signIn(input: $input) { accessToken } }`;

export const SIGN_UP = `mutation SignUp($input: SignUpInput!) {
  signUp(input: $input) { accessToken viewer { id } }
}`;

export const BROWSE = `query Browse($first: Int!) {
  products(filter: { inStock: true }, sort: NEWEST, first: $first) {
    nodes { variants { id sku forSale prices { currency } availability { quantity } } }
  }
}`;

export const ADJUST_STOCK = `mutation AdjustStock($variantId: ID!, $delta: Int!) {
  adjustStock(variantId: $variantId, delta: $delta, reason: COUNTED) { id }
}`;

export const CREATE_COUPON = `mutation CreateCoupon($input: CreateCouponInput!) {
  createCoupon(input: $input) { __typename ... on Coupon { code } }
}`;

export const EMPTY_CART = `mutation EmptyCart { clearCart { id } }`;

export const ADD_TO_CART = `mutation AddToCart($input: AddToCartInput!) {
  addToCart(input: $input) { id }
}`;

export const PLACE_ORDER = `mutation PlaceOrder($input: PlaceOrderInput!) {
  placeOrder(input: $input) {
    __typename
    ... on Order { id status }
    ... on PaymentActionRequired { actionUrl order { id } }
    ... on ItemsOutOfStock { order { id } shortages { available } }
    ... on PricesChanged { order { id } }
    ... on PaymentDeclined { order { id } }
    ... on CheckoutInProgress { order { id } }
  }
}`;

export const ORDER = `query OrderStatus($id: ID!) { order(id: $id) { id status } }`;

export const CANCEL_ORDER = `mutation CancelOrder($input: CancelOrderInput!) {
  cancelOrder(input: $input) { __typename ... on Order { id status } }
}`;

export const REQUEST_RETURN = `mutation RequestReturn($input: RequestReturnInput!) {
  requestReturn(input: $input) { __typename ... on Return { id } }
}`;

export const OPEN_RETURNS = `query OpenReturns {
  returns(status: [REQUESTED, APPROVED, IN_TRANSIT], first: 100) {
    nodes { id status items { orderLine { number } } }
  }
}`;

export const APPROVE_RETURN = `mutation ApproveReturn($input: ApproveReturnInput!) {
  approveReturn(input: $input) { __typename }
}`;

export const REJECT_RETURN = `mutation RejectReturn($input: RejectReturnInput!) {
  rejectReturn(input: $input) { __typename }
}`;

export const MARK_RETURN_SENT = `mutation MarkReturnSent($input: MarkReturnSentInput!) {
  markReturnSent(input: $input) { __typename }
}`;

export const RECEIVE_RETURN = `mutation ReceiveReturn($input: ReceiveReturnInput!) {
  receiveReturn(input: $input) { __typename }
}`;

export const SHIPMENTS = `query Shipments($status: [ShipmentStatus!]!) {
  shipments(filter: { status: $status }, first: 100) {
    nodes { id status createdAt items { orderLine { number } quantity } }
  }
}`;

export const PACK = `mutation Pack($input: PackShipmentInput!) {
  packShipment(input: $input) { __typename }
}`;

export const DISPATCH = `mutation Dispatch($input: ShipmentActionInput!) {
  dispatchShipment(input: $input) { __typename }
}`;

export const DELIVER = `mutation Deliver($input: ShipmentActionInput!) {
  deliverShipment(input: $input) { __typename }
}`;
