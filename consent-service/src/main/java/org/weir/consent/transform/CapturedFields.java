package org.weir.consent.transform;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The fields of one record that some step looks at: where each stands in the record, what it says, and at which byte of
 * the output its text belongs. For one thread.
 */
final class CapturedFields {
    private static final byte ABSENT = 0;
    private static final byte NULL = 1;
    private static final byte TEXT = 2;
    private static final byte OTHER = 3;

    private final byte[] kinds;
    private final byte[][] values;
    private final int[] froms;
    private final int[] tos;
    private final byte[][] written;
    private final int[] writtenFroms;
    private final int[] writtenTos;
    private final int[] places;
    private final int[] order;
    private int flowing;
    private long eventTime;
    private long shownTime;

    CapturedFields(int slots) {
        kinds = new byte[slots];
        values = new byte[slots][];
        froms = new int[slots];
        tos = new int[slots];
        written = new byte[slots][];
        writtenFroms = new int[slots];
        writtenTos = new int[slots];
        places = new int[slots];
        order = new int[slots];
    }

    void reset(long time) {
        Arrays.fill(kinds, ABSENT);
        flowing = 0;
        eventTime = time;
        shownTime = time;
    }

    /** Takes a JSON scalar; {@code plain} where every byte of it stands for itself. */
    void capture(int slot, byte[] json, int from, int to, boolean plain) throws UnshapeableRecord {
        written[slot] = json;
        writtenFroms[slot] = from;
        writtenTos[slot] = to;
        boolean text = json[from] == '"';
        kinds[slot] = text ? TEXT : json[from] == 'n' ? NULL : OTHER;
        if (plain) {
            values[slot] = json;
            froms[slot] = text ? from + 1 : from;
            tos[slot] = text ? to - 1 : to;
        } else {
            byte[] value = JsonText.unescape(json, from + 1, to - 1);
            values[slot] = value;
            froms[slot] = 0;
            tos[slot] = value.length;
        }
    }

    /** Its text belongs at that byte of the output; called in the order of the output. */
    void place(int slot, int at) {
        places[slot] = at;
        order[flowing++] = slot;
    }

    /** The output with the text of every field that flows at its place. */
    byte[] weave(byte[] out, int length) {
        int total = length;
        for (int i = 0; i < flowing; i++) {
            int slot = order[i];
            total += writtenTos[slot] - writtenFroms[slot];
        }
        byte[] whole = new byte[total];
        int taken = 0;
        int at = 0;
        for (int i = 0; i < flowing; i++) {
            int slot = order[i];
            System.arraycopy(out, taken, whole, at, places[slot] - taken);
            at += places[slot] - taken;
            taken = places[slot];
            int size = writtenTos[slot] - writtenFroms[slot];
            System.arraycopy(written[slot], writtenFroms[slot], whole, at, size);
            at += size;
        }
        System.arraycopy(out, taken, whole, at, length - taken);
        return whole;
    }

    /** The bytes of a value, without quotes and escapes; null where there is none. */
    byte[] copy(int slot) {
        return has(slot) ? Arrays.copyOfRange(values[slot], froms[slot], tos[slot]) : null;
    }

    long shownTime() {
        return shownTime;
    }

    /** As one step sees them. */
    RecordFields seenAs(int[] slots) {
        return new View(slots);
    }

    private boolean has(int slot) {
        return kinds[slot] >= TEXT;
    }

    private final class View implements RecordFields {
        private final int[] slots;

        View(int[] slots) {
            this.slots = slots;
        }

        @Override
        public boolean has(int field) {
            return CapturedFields.this.has(slots[field]);
        }

        @Override
        public boolean isText(int field) {
            return kinds[slots[field]] == TEXT;
        }

        @Override
        public byte[] bytes(int field) {
            return values[slots[field]];
        }

        @Override
        public int from(int field) {
            return froms[slots[field]];
        }

        @Override
        public int to(int field) {
            return tos[slots[field]];
        }

        @Override
        public String text(int field) {
            int slot = slots[field];
            return new String(values[slot], froms[slot], tos[slot] - froms[slot], StandardCharsets.UTF_8);
        }

        @Override
        public double number(int field) {
            int slot = slots[field];
            return kinds[slot] == OTHER ? JsonNumber.parse(values[slot], froms[slot], tos[slot]) : Double.NaN;
        }

        @Override
        public long eventTime() {
            return eventTime;
        }

        @Override
        public void rewrite(int field, byte[] json) throws UnshapeableRecord {
            capture(slots[field], json, 0, json.length, JsonText.isPlain(json));
        }

        @Override
        public void showTime(long time) {
            shownTime = time;
        }
    }
}
