package org.weir.consent.transform;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.weir.schemas.ledger.ReasonCode;

/**
 * Replaces a value by a pseudonym that lives for one trip, day or month: HMAC-SHA-256 under a secret key over
 * {@code path ‖ 0x00 ‖ value ‖ 0x00 ‖ period ‖ length of the period}, so that nobody can join two periods. Days and months
 * are counted in the feed's time zone, by event time. Where a record names no trip, nobody can tell which pseudonym it
 * gets, and it is withheld.
 */
public final class RotateId implements RecordStep {
    /** The fields that tell a trip: its id, and the day it runs on. */
    private static final List<String> TRIP = List.of("trip.tripId", "trip.startDate");

    private final byte[] key;
    private final String path;
    private final boolean perTrip;
    private final ZoneId zone;
    private final Coarseness unit;

    private RotateId(byte[] key, String path, boolean perTrip, ZoneId zone, Coarseness unit) {
        this.key = key.clone();
        this.path = path;
        this.perTrip = perTrip;
        this.zone = zone;
        this.unit = unit;
    }

    /** A new pseudonym for each local day or month. */
    public static RotateId per(Coarseness unit, byte[] key, String path, ZoneId zone) {
        return new RotateId(key, path, false, zone, unit);
    }

    /** A new pseudonym for each trip. One that does not say its day is another trip on each day. */
    public static RotateId perTrip(byte[] key, String path, ZoneId zone) {
        return new RotateId(key, path, true, zone, Coarseness.DAY);
    }

    /** The fields that a contract must have for a pseudonym by trip. */
    public static List<String> tripFields() {
        return TRIP;
    }

    @Override
    public List<String> rewrites() {
        return List.of(path);
    }

    @Override
    public List<String> reads() {
        return perTrip ? TRIP : List.of();
    }

    @Override
    public Worker worker() {
        return new Rotation(
                new KeyedCodes(key, path, digest -> Pseudonymise.quoted(digest, Pseudonymise.LEAST_BITS)),
                new LocalUnits(zone, unit),
                perTrip);
    }

    private static final class Rotation implements Worker {
        private static final Optional<ReasonCode> NO_TRIP = Optional.of(ReasonCode.SCOPE_UNKNOWN);

        private final NormalText normal = new NormalText();
        private final KeyedCodes codes;
        private final LocalUnits units;
        private final boolean perTrip;
        private byte[] input = new byte[256];
        private int length;

        Rotation(KeyedCodes codes, LocalUnits units, boolean perTrip) {
            this.codes = codes;
            this.units = units;
            this.perTrip = perTrip;
        }

        @Override
        public Optional<ReasonCode> take(RecordFields record) throws UnshapeableRecord {
            if (!record.has(0)) {
                return PASSES;
            }
            if (perTrip && !record.has(1)) {
                return NO_TRIP;
            }
            normal.take(record.bytes(0), record.from(0), record.to(0));
            length = 0;
            put(normal.bytes(), normal.from(), normal.to());
            put((byte) 0);
            int before = length;
            period(record);
            putInt(length - before);
            record.rewrite(0, codes.of(input, 0, length));
            return PASSES;
        }

        private void period(RecordFields record) {
            if (!perTrip) {
                byte[] label = units.label(record.eventTime());
                put(label, 0, label.length);
                return;
            }
            put(record.bytes(1), record.from(1), record.to(1));
            put((byte) 0);
            if (record.has(2)) {
                put(record.bytes(2), record.from(2), record.to(2));
            } else {
                byte[] day = units.label(record.eventTime());
                put(day, 0, day.length);
            }
        }

        private void put(byte[] bytes, int from, int to) {
            if (length + to - from > input.length) {
                input = Arrays.copyOf(input, 2 * (length + to - from));
            }
            System.arraycopy(bytes, from, input, length, to - from);
            length += to - from;
        }

        private void put(byte b) {
            put(new byte[] {b}, 0, 1);
        }

        private void putInt(int n) {
            put(new byte[] {(byte) (n >>> 24), (byte) (n >>> 16), (byte) (n >>> 8), (byte) n}, 0, 4);
        }
    }
}
