package org.weir.consent.transform;

import java.util.Arrays;

/**
 * The fields of one record that some step looks at: what each said when it came, what it says now, and at which byte of
 * the output its text belongs. For one thread.
 */
final class CapturedFields {
    private final CapturedValue[] came;
    private final CapturedValue[] now;
    private final boolean[] rewritten;
    private final int[] places;
    private final int[] order;
    private int flowing;
    private long eventTime;
    private long shownTime;

    CapturedFields(int slots) {
        came = new CapturedValue[slots];
        now = new CapturedValue[slots];
        for (int i = 0; i < slots; i++) {
            came[i] = new CapturedValue();
            now[i] = new CapturedValue();
        }
        rewritten = new boolean[slots];
        places = new int[slots];
        order = new int[slots];
    }

    void reset(long time) {
        for (CapturedValue each : came) {
            each.clear();
        }
        Arrays.fill(rewritten, false);
        flowing = 0;
        eventTime = time;
        shownTime = time;
    }

    /** Takes a JSON scalar; {@code plain} where every byte of it stands for itself. */
    void capture(int slot, byte[] json, int from, int to, boolean plain) throws UnshapeableRecord {
        came[slot].set(json, from, to, plain);
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
            total += now(order[i]).size();
        }
        byte[] whole = new byte[total];
        int taken = 0;
        int at = 0;
        for (int i = 0; i < flowing; i++) {
            int place = places[order[i]];
            System.arraycopy(out, taken, whole, at, place - taken);
            at += place - taken;
            taken = place;
            at = now(order[i]).writeTo(whole, at);
        }
        System.arraycopy(out, taken, whole, at, length - taken);
        return whole;
    }

    /** What the field says now. */
    CapturedValue now(int slot) {
        return rewritten[slot] ? now[slot] : came[slot];
    }

    long shownTime() {
        return shownTime;
    }

    /**
     * As one step sees them.
     *
     * @param slots the fields that it named
     * @param rewrites how many of them, from the first, it rewrites
     */
    RecordFields seenAs(int[] slots, int rewrites) {
        return new View(slots, rewrites);
    }

    private final class View implements RecordFields {
        private final int[] slots;
        private final int rewrites;

        View(int[] slots, int rewrites) {
            this.slots = slots;
            this.rewrites = rewrites;
        }

        private CapturedValue value(int field) {
            return field < rewrites ? now(slots[field]) : came[slots[field]];
        }

        @Override
        public boolean has(int field) {
            return value(field).isPresent();
        }

        @Override
        public boolean isText(int field) {
            return value(field).isText();
        }

        @Override
        public byte[] bytes(int field) {
            return value(field).bytes();
        }

        @Override
        public int from(int field) {
            return value(field).from();
        }

        @Override
        public int to(int field) {
            return value(field).to();
        }

        @Override
        public String text(int field) {
            return value(field).text();
        }

        @Override
        public double number(int field) {
            return value(field).number();
        }

        @Override
        public long eventTime() {
            return eventTime;
        }

        @Override
        public void rewrite(int field, byte[] json) throws UnshapeableRecord {
            if (field >= rewrites) {
                throw new IllegalArgumentException("A step rewrites a field that it only looks at.");
            }
            int slot = slots[field];
            now[slot].set(json, 0, json.length, JsonText.isPlain(json));
            rewritten[slot] = true;
        }

        @Override
        public void showTime(long time) {
            shownTime = time;
        }
    }
}
