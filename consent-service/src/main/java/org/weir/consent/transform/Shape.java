package org.weir.consent.transform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The form in which an agreement lets a record flow: a tree of the names that may pass, and the steps that each record
 * takes in their order. A name that is not in it does not pass, also one that the contract gains later. Immutable.
 */
public final class Shape {
    private final Node root;
    private final int names;
    private final int subject;
    private final Map<String, Integer> slots;
    private final List<RecordStep> steps;

    private Shape(Node root, int names, int subject, Map<String, Integer> slots, List<RecordStep> steps) {
        this.root = root;
        this.names = names;
        this.subject = subject;
        this.slots = slots;
        this.steps = steps;
    }

    /**
     * Builds the form.
     *
     * @param fields paths of the fields that may flow
     * @param steps what is done to each record, in this order
     * @param subject the path of the field that says which entity a record is about
     */
    public static Shape of(List<String> fields, List<RecordStep> steps, String subject) {
        Growing root = new Growing("");
        for (String path : fields) {
            root.at(path).flow();
        }
        Map<String, Integer> slots = new LinkedHashMap<>();
        for (RecordStep step : steps) {
            for (String path : named(step)) {
                root.at(path).capture(slots, path);
            }
        }
        boolean subjectFlows = fields.contains(subject);
        if (subjectFlows) {
            root.at(subject).capture(slots, subject);
        }
        int[] names = {0};
        return new Shape(
                root.grown(names), names[0], subjectFlows ? slots.get(subject) : -1, slots, List.copyOf(steps));
    }

    /** The form in which the fields flow as they are, but for what is done to some of them. */
    public static Shape of(List<String> fields, Map<String, FieldTransform> transforms, String subject) {
        List<RecordStep> steps = new ArrayList<>();
        transforms.forEach((path, transform) -> {
            if (!fields.contains(path)) {
                throw new IllegalArgumentException("An obligation is on a field that does not flow: " + path);
            }
            steps.add(new OnField(path, transform));
        });
        return of(fields, steps, subject);
    }

    /** A shaper for one thread. */
    public JsonShaper shaper() {
        return new JsonShaper(this);
    }

    Node root() {
        return root;
    }

    /** How many names the tree has. */
    int names() {
        return names;
    }

    /** How many fields are looked at. */
    int slots() {
        return slots.size();
    }

    /** The slot of the field that says which entity a record is about; -1 where that does not flow. */
    int subject() {
        return subject;
    }

    List<RecordStep> steps() {
        return steps;
    }

    /** The slots of the fields that a step named: those that it rewrites, then those that it looks at. */
    int[] slotsOf(RecordStep step) {
        return named(step).stream().mapToInt(slots::get).toArray();
    }

    private static List<String> named(RecordStep step) {
        List<String> named = new ArrayList<>(step.rewrites());
        named.addAll(step.reads());
        return named;
    }

    /**
     * A name that somebody looks for: with children an object, without a value.
     *
     * @param name its bytes in JSON
     * @param member the same as it begins a member: quoted, with a colon
     * @param number counts all names of the tree
     * @param slot where its value is remembered; -1 where no step looks at it
     * @param flows whether it may pass
     */
    record Node(byte[] name, byte[] member, Node[] children, int number, int slot, boolean flows) {
        boolean isObject() {
            return children.length > 0;
        }
    }

    private static final class Growing {
        private final String name;
        private final List<Growing> children = new ArrayList<>();
        private boolean leaf;
        private boolean flows;
        private int slot = -1;

        Growing(String name) {
            this.name = name;
        }

        Growing at(String path) {
            Growing at = this;
            for (String part : path.split("\\.", -1)) {
                at = at.child(part);
            }
            at.leaf = true;
            return at;
        }

        void flow() {
            flows = true;
        }

        void capture(Map<String, Integer> slots, String path) {
            slots.putIfAbsent(path, slots.size());
            slot = slots.get(path);
        }

        private Growing child(String childName) {
            if (childName.isEmpty()) {
                throw new IllegalArgumentException("A path has an empty part.");
            }
            for (Growing each : children) {
                if (each.name.equals(childName)) {
                    return each;
                }
            }
            Growing child = new Growing(childName);
            children.add(child);
            return child;
        }

        Node grown(int[] names) {
            if (leaf && !children.isEmpty()) {
                throw new IllegalArgumentException("A path is both a value and an object: " + name);
            }
            int number = names[0]++;
            Node[] grown = children.stream().map(child -> child.grown(names)).toArray(Node[]::new);
            boolean passes = flows || name.isEmpty();
            for (Node child : grown) {
                passes |= child.flows;
            }
            byte[] member = ('"' + name + "\":").getBytes(StandardCharsets.UTF_8);
            return new Node(name.getBytes(StandardCharsets.UTF_8), member, grown, number, slot, passes);
        }
    }
}
