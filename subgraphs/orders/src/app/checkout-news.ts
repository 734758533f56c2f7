/** Word that the customer of an order can be told something. */
export type CheckoutNews = {
  watch: (orderId: string) => {
    /** Resolves with the next news, those since the last call included, or after `ms`. */
    next: (ms: number) => Promise<void>;
    close: () => void;
  };
};
