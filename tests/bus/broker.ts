/** A broker as the conformance suite uses it. */
export type Broker = {
  url: string;
  /** Ends the broker in the midst of its work, and has it ready again when it resolves. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};
