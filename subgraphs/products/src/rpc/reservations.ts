import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { ConnectRouter } from '@connectrpc/connect';
import {
  ReservationSchema,
  ReservationService,
  ReservationStatus,
  ShortageReason,
} from '@souk/contracts/generated/souk/products/v1/reservations_pb';
import type { ReservationVerbs } from '../app/reservations.ts';
import type { Reservation } from '../domain/reservation.ts';

/** souk.products.v1.ReservationService; see contracts/proto. */
export const reservationRoutes = (reservations: ReservationVerbs) => (router: ConnectRouter) =>
  router.service(ReservationService, {
    reserveStock: async ({ reservationId, orderId, lines, ttlSeconds }, { signal }) => {
      const asked = { reservationId, orderId, lines, ttlSeconds };
      const reservation = await reservations.reserve(asked, signal);
      return reservation.status === 'REFUSED'
        ? { outcome: { case: 'shortage', value: { lines: shortLines(reservation) } } }
        : { outcome: { case: 'held', value: message(reservation) } };
    },
    commitReservation: async ({ reservationId }) => ({
      reservation: message(await reservations.commit(reservationId)),
    }),
    releaseReservation: async ({ reservationId, orderId }) => ({
      reservation: message(await reservations.release(reservationId, orderId)),
    }),
    getReservation: async ({ reservationId }) => ({
      reservation: message(await reservations.get(reservationId)),
    }),
  });

const message = ({ id, orderId, status, lines, expiresAt }: Reservation) =>
  create(ReservationSchema, {
    reservationId: id,
    orderId,
    status: ReservationStatus[status],
    lines: [...lines],
    expiresAt: timestampFromDate(expiresAt),
  });

const shortLines = ({ shortages }: Reservation) =>
  shortages.map(({ reason, ...rest }) => ({ ...rest, reason: ShortageReason[reason] }));
