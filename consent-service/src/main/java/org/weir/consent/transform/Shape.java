package org.weir.consent.transform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The form in which an agreement lets a record flow: a tree of the names that may pass. A name that is not in it does
 * not pass, also one that the contract gains later. Immutable.
 */
public final class Shape {
    private final Node root;

    private Shape(Node root) {
        this.root = root;
    }

    /**
     * Builds the tree.
     *
     * @param fields paths of the fields that may flow
     * @param transforms what is done to some of them, by path
     * @param subject the path of the field that says which entity a record is about
     */
    public static Shape of(List<String> fields, Map<String, FieldTransform> transforms, String subject) {
        for (String path : transforms.keySet()) {
            if (!fields.contains(path)) {
                throw new IllegalArgumentException("An obligation is on a field that does not flow: " + path);
            }
        }
        Growing root = new Growing("");
        for (String path : fields) {
            Growing at = root;
            for (String name : path.split("\\.", -1)) {
                at = at.child(name);
            }
            at.leaf = true;
            at.transform = transforms.get(path);
            at.subject = path.equals(subject);
        }
        return new Shape(root.grown());
    }

    /** A shaper for one thread. */
    public JsonShaper shaper() {
        return new JsonShaper(root);
    }

    /** A name that may pass: with children an object, without a value. */
    record Node(byte[] name, Node[] children, FieldTransform transform, boolean subject) {
        boolean isObject() {
            return children.length > 0;
        }
    }

    private static final class Growing {
        private final String name;
        private final List<Growing> children = new ArrayList<>();
        private boolean leaf;
        private FieldTransform transform;
        private boolean subject;

        Growing(String name) {
            this.name = name;
        }

        Growing child(String childName) {
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

        Node grown() {
            if (leaf && !children.isEmpty()) {
                throw new IllegalArgumentException("A path is both a value and an object: " + name);
            }
            return new Node(
                    name.getBytes(StandardCharsets.UTF_8),
                    children.stream().map(Growing::grown).toArray(Node[]::new),
                    transform,
                    subject);
        }
    }
}
