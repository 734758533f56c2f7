/** What `npm start -- --help` prints. */
export const help = (services: readonly string[]): string => `Usage: npm start -- [options]

Starts Souk on this machine: PostgreSQL, ${services.join(', ')}, the router and, beside
payments, the sandbox payment provider.

Options
  --fresh             delete all data and start over
  --only A,B          start only these services (and PostgreSQL and the router)
  --scale A=3[,B=2]   run several instances of a service
  --bus URL           let the services talk over another bus, such as amqp://localhost (RabbitMQ)
                      or kafka://localhost:9092; by default over the stack's own PostgreSQL
  --no-seed           leave an empty database empty
  -h, --help          this text

Environment
  SOUK_PORT_OFFSET    shifts every port, so that two stacks run side by side (default 0)
  SOUK_DATA_DIR       where data and logs live (default .data)
  SOUK_BUS_URL        as --bus

Ctrl-C stops everything and keeps the data.
`;
