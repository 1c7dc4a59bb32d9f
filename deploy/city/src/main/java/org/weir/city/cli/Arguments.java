package org.weir.city.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** {@code --name value} pairs of a command. */
final class Arguments {
    /** What is wrong with a command line, in a sentence. */
    static final class Mistake extends RuntimeException {
        private static final long serialVersionUID = 1;

        Mistake(String sentence) {
            super(sentence);
        }
    }

    private final Map<String, String> values = new LinkedHashMap<>();

    Arguments(String[] line, Set<String> known) {
        for (int i = 1; i < line.length; i += 2) {
            if (!known.contains(line[i])) {
                throw new Mistake(
                        line[i] + " is not an option of " + line[0] + "; there are " + String.join(" ", known));
            }
            if (i + 1 == line.length) {
                throw new Mistake(line[i] + " needs a value");
            }
            values.put(line[i], line[i + 1]);
        }
    }

    String text(String name) {
        return values.get(name);
    }

    String needed(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new Mistake(name + " is needed");
        }
        return value;
    }

    <T> T value(String name, T otherwise, Function<String, T> read) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return read.apply(value);
        } catch (RuntimeException e) {
            throw new Mistake(name + " cannot be " + value);
        }
    }

    int atLeastOne(String name, int otherwise) {
        int value = value(name, otherwise, Integer::parseInt);
        if (value < 1) {
            throw new Mistake(name + " must be 1 or more");
        }
        return value;
    }
}
