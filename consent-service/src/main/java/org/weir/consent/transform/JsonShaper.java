package org.weir.consent.transform;

import java.util.Arrays;
import java.util.Optional;
import org.weir.consent.transform.ShapedRecord.Flows;
import org.weir.consent.transform.ShapedRecord.Withheld;
import org.weir.schemas.ledger.ReasonCode;

/**
 * Brings records into an agreed form: one pass over the bytes, copying what the {@link Shape} names and passing over
 * the rest. The few fields that a step looks at are remembered on the way; their text is woven in at the end, when every
 * step has had its say. Values are copied as they stand; only a name that equals a listed one byte for byte passes, so
 * that a name written with escapes is withheld. For one thread, and reused, because making one costs more than a record.
 */
public final class JsonShaper {
    private final Shape.Node root;
    private final int subject;
    private final CapturedFields fields;
    private final RecordStep.Worker[] workers;
    private final RecordFields[] views;
    private final JsonScanner in = new JsonScanner();
    /** The last record in which each name was seen, by the name's number. */
    private final long[] seen;

    private long record;
    private byte[] out = new byte[1024];
    private int length;
    /** What of the record flows next, as it stands there; copied in one piece when something else comes between. */
    private int runFrom;

    private int runTo;

    JsonShaper(Shape shape) {
        this.root = shape.root();
        this.subject = shape.subject();
        this.fields = new CapturedFields(shape.slots());
        this.seen = new long[shape.names()];
        this.workers = new RecordStep.Worker[shape.steps().size()];
        this.views = new RecordFields[workers.length];
        for (int i = 0; i < workers.length; i++) {
            RecordStep step = shape.steps().get(i);
            workers[i] = step.worker();
            views[i] = fields.seenAs(shape.slotsOf(step), step.rewrites().size());
        }
    }

    /**
     * Takes one record.
     *
     * @param json the raw record
     * @param eventTime when it happened, milliseconds since 1970
     * @throws UnshapeableRecord where the record is no JSON object, or a field is not of the kind that was agreed on
     */
    public ShapedRecord shape(byte[] json, long eventTime) throws UnshapeableRecord {
        if (json == null) {
            throw new UnshapeableRecord("The record is empty", 0);
        }
        length = 0;
        runFrom = 0;
        runTo = 0;
        record++;
        fields.reset(eventTime);
        in.reset(json);
        in.space();
        object(root);
        in.space();
        if (!in.atEnd()) {
            throw in.fault("Something follows the record");
        }
        copyRun();
        for (int i = 0; i < workers.length; i++) {
            Optional<ReasonCode> objection = workers[i].take(views[i]);
            if (objection.isPresent()) {
                return Withheld.of(objection.get());
            }
        }
        byte[] key = subject < 0 ? null : fields.now(subject).copy();
        return new Flows(fields.weave(out, length), key, fields.shownTime());
    }

    private void object(Shape.Node node) throws UnshapeableRecord {
        in.expect('{', "An object was expected");
        boolean flows = node.flows();
        if (flows) {
            flow(in.position() - 1, in.position());
        }
        boolean first = true;
        int guess = 0;
        in.space();
        if (!in.take('}')) {
            do {
                in.space();
                int name = in.position();
                int child = child(node, guess);
                if (child < 0) {
                    in.skip();
                } else {
                    guess = child + 1;
                    first &= !member(node.children()[child], name, first);
                }
                in.space();
            } while (in.take(','));
            in.expect('}', "The object ends too early");
        }
        if (flows) {
            flow(in.position() - 1, in.position());
        }
    }

    /**
     * Passes a name and its colon, and says which child of the node it names; -1 for none. Fields come in the contract's
     * order, so that the first guess is nearly always right, and nothing needs to be looked for.
     */
    private int child(Shape.Node node, int guess) throws UnshapeableRecord {
        if (guess < node.children().length && in.take(node.children()[guess].member())) {
            in.space();
            return guess;
        }
        int from = in.position();
        in.string();
        int to = in.position();
        in.space();
        in.expect(':', "A colon was expected");
        in.space();
        return find(node, from + 1, to - 1, guess);
    }

    /** Takes a named member whose name stands at that byte; true where it flows. */
    private boolean member(Shape.Node node, int name, boolean first) throws UnshapeableRecord {
        once(node);
        if (node.isObject() && in.peek() == 'n') {
            // An agreed object that is absent stays absent.
            in.skip();
            return false;
        }
        if (node.flows()) {
            if (!first) {
                flow((byte) ',', name - 1);
            }
            int end = name + node.name().length + 2;
            flow(name, end);
            flow((byte) ':', end);
        }
        value(node);
        return node.flows();
    }

    private void value(Shape.Node node) throws UnshapeableRecord {
        if (node.isObject()) {
            object(node);
            return;
        }
        // What was agreed to be a value must not hold an object: nobody read its fields.
        int from = in.position();
        boolean plain = in.scalar();
        if (node.slot() >= 0) {
            fields.capture(node.slot(), in.bytes(), from, in.position(), plain);
            if (node.flows()) {
                copyRun();
                fields.place(node.slot(), length);
            }
            return;
        }
        if (!plain) {
            JsonText.unescape(in.bytes(), from + 1, in.position() - 1);
        }
        flow(from, in.position());
    }

    /** A name that stands twice would let one value be judged and another flow. */
    private void once(Shape.Node node) throws UnshapeableRecord {
        if (seen[node.number()] == record) {
            throw in.fault("A name stands twice in an object");
        }
        seen[node.number()] = record;
    }

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

    /** These bytes of the record flow. */
    private void flow(int from, int to) {
        if (from != runTo) {
            copyRun();
            runFrom = from;
        }
        runTo = to;
    }

    /** This byte flows; it may stand at that place of the record. */
    private void flow(byte b, int at) {
        if (in.bytes()[at] == b) {
            flow(at, at + 1);
            return;
        }
        copyRun();
        room(1);
        out[length++] = b;
    }

    private void copyRun() {
        int run = runTo - runFrom;
        room(run);
        System.arraycopy(in.bytes(), runFrom, out, length, run);
        length += run;
        runFrom = runTo;
    }

    private void room(int more) {
        if (length + more > out.length) {
            out = Arrays.copyOf(out, Math.max(2 * out.length, length + more));
        }
    }
}
