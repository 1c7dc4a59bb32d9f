package org.weir.consent.transform;

import java.util.Arrays;

/**
 * Brings records into an agreed form: one pass over the bytes, copying what the {@link Shape} names and passing over
 * the rest. Values are copied as they stand; only a name that equals a listed one byte for byte passes, so that a name
 * written with escapes is withheld. For one thread, and reused, because making one costs more than a record.
 */
public final class JsonShaper {
    private final Shape.Node root;
    private final Leaf leaf;
    private final JsonScanner in = new JsonScanner();
    private byte[] out = new byte[1024];
    private int length;
    private byte[] key;

    JsonShaper(Shape.Node root) {
        this.root = root;
        this.leaf = new Leaf();
    }

    /**
     * The record in its agreed form, UTF-8 JSON.
     *
     * @throws UnshapeableRecord where the record is no JSON object, or a field is not of the kind that was agreed on
     */
    public byte[] shape(byte[] record) throws UnshapeableRecord {
        length = 0;
        key = null;
        if (record == null) {
            throw new UnshapeableRecord("The record is empty", 0);
        }
        in.reset(record);
        in.space();
        object(root);
        in.space();
        if (!in.atEnd()) {
            throw in.fault("Something follows the record");
        }
        return Arrays.copyOf(out, length);
    }

    /** Which entity the last record is about, in the form in which that flows; null where it does not flow. */
    public byte[] key() {
        return key;
    }

    private void object(Shape.Node node) throws UnshapeableRecord {
        in.expect('{', "An object was expected");
        put((byte) '{');
        boolean first = true;
        int guess = 0;
        in.space();
        if (in.take('}')) {
            put((byte) '}');
            return;
        }
        do {
            in.space();
            int nameFrom = in.position();
            in.string();
            int nameTo = in.position();
            in.space();
            in.expect(':', "A colon was expected");
            in.space();
            int child = find(node, nameFrom + 1, nameTo - 1, guess);
            // An agreed object that is absent stays absent.
            if (child < 0 || node.children()[child].isObject() && in.peek() == 'n') {
                in.skip();
            } else {
                if (!first) {
                    put((byte) ',');
                }
                first = false;
                put(in.bytes(), nameFrom, nameTo);
                put((byte) ':');
                value(node.children()[child]);
                guess = child + 1;
            }
            in.space();
        } while (in.take(','));
        in.expect('}', "The object ends too early");
        put((byte) '}');
    }

    private void value(Shape.Node node) throws UnshapeableRecord {
        if (node.isObject()) {
            object(node);
        } else {
            leaf.copy(node);
        }
    }

    /** Fields come in the contract's order, so that the first guess is nearly always right. */
    private int find(Shape.Node node, int from, int to, int guess) {
        Shape.Node[] children = node.children();
        for (int i = 0; i < children.length; i++) {
            int child = guess + i < children.length ? guess + i : guess + i - children.length;
            byte[] name = children[child].name();
            if (name.length == to - from && Arrays.equals(name, 0, name.length, in.bytes(), from, to)) {
                return child;
            }
        }
        return -1;
    }

    private void put(byte b) {
        room(1);
        out[length++] = b;
    }

    private void put(byte[] bytes, int from, int to) {
        room(to - from);
        System.arraycopy(bytes, from, out, length, to - from);
        length += to - from;
    }

    private void room(int more) {
        if (length + more > out.length) {
            out = Arrays.copyOf(out, Math.max(2 * out.length, length + more));
        }
    }

    /** Copies or rewrites one value. What was agreed to be a value must not hold an object: nobody read its fields. */
    private final class Leaf {
        private final java.util.Map<Shape.Node, FieldTransform.ValueWriter> writers = new java.util.IdentityHashMap<>();

        Leaf() {
            prepare(root);
        }

        private void prepare(Shape.Node node) {
            if (node.transform() != null) {
                writers.put(node, node.transform().writer());
            }
            for (Shape.Node child : node.children()) {
                prepare(child);
            }
        }

        void copy(Shape.Node node) throws UnshapeableRecord {
            int from = in.position();
            boolean text = in.peek() == '"';
            boolean plain = in.scalar();
            int to = in.position();
            boolean absent = !text && in.bytes()[from] == 'n';
            if (absent || plain && node.transform() == null && !node.subject()) {
                put(in.bytes(), from, to);
                return;
            }
            byte[] value = in.bytes();
            int valueFrom = text ? from + 1 : from;
            int valueTo = text ? to - 1 : to;
            if (!plain) {
                value = JsonText.unescape(value, valueFrom, valueTo);
                valueFrom = 0;
                valueTo = value.length;
            }
            if (node.transform() == null) {
                put(in.bytes(), from, to);
                if (node.subject()) {
                    key = Arrays.copyOfRange(value, valueFrom, valueTo);
                }
                return;
            }
            byte[] rewritten = writers.get(node).rewrite(value, valueFrom, valueTo);
            put(rewritten, 0, rewritten.length);
            if (node.subject()) {
                boolean quoted = rewritten[0] == '"';
                key = quoted ? Arrays.copyOfRange(rewritten, 1, rewritten.length - 1) : rewritten;
            }
        }
    }
}
