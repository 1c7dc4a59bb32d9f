package org.weir.consent.transform;

/** Walks over the bytes of a JSON text (RFC 8259) and knows where values begin and end; it builds nothing. */
final class JsonScanner {
    private byte[] bytes;
    private int at;

    void reset(byte[] json) {
        bytes = json;
        at = 0;
    }

    byte[] bytes() {
        return bytes;
    }

    int position() {
        return at;
    }

    boolean atEnd() {
        return at == bytes.length;
    }

    /** The byte ahead, or 0 at the end. */
    byte peek() {
        return at < bytes.length ? bytes[at] : 0;
    }

    boolean take(char c) {
        if (peek() == c) {
            at++;
            return true;
        }
        return false;
    }

    /** Passes these very bytes, if they are what is ahead. */
    boolean take(byte[] text) {
        if (EightBytes.stand(text, bytes, at)) {
            at += text.length;
            return true;
        }
        return false;
    }

    void expect(char c, String otherwise) throws UnshapeableRecord {
        if (!take(c)) {
            throw fault(otherwise);
        }
    }

    void space() {
        if (at < bytes.length && bytes[at] > ' ') {
            return;
        }
        while (at < bytes.length && isSpace(bytes[at])) {
            at++;
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /** Passes a text with its quotes; true where every byte of it stands for itself: ASCII without escapes. */
    boolean string() throws UnshapeableRecord {
        expect('"', "Text was expected");
        boolean plain = true;
        int i = EightBytes.ofText(bytes, at);
        while (i < bytes.length) {
            byte b = bytes[i];
            if (b == '"') {
                at = i + 1;
                return plain;
            }
            if (b == '\\') {
                plain = false;
                i++;
            } else if (b < 0) {
                plain = false;
            } else if (b < ' ') {
                at = i;
                throw fault("A text holds a control character");
            }
            i++;
        }
        at = bytes.length;
        throw fault("A text ends too early");
    }

    /** Passes a text, number, true, false or null; true where every byte of it stands for itself. */
    boolean scalar() throws UnshapeableRecord {
        switch (peek()) {
            case '"':
                return string();
            case 't':
                word("true");
                return true;
            case 'f':
                word("false");
                return true;
            case 'n':
                word("null");
                return true;
            default:
                number();
                return true;
        }
    }

    /** Passes any value, however deep, without recursion. */
    void skip() throws UnshapeableRecord {
        int depth = 0;
        do {
            space();
            switch (peek()) {
                case '{', '[' -> {
                    depth++;
                    at++;
                }
                case '}', ']' -> {
                    depth--;
                    at++;
                }
                case ',', ':' -> {
                    if (depth == 0) {
                        throw fault("A value was expected");
                    }
                    at++;
                }
                default -> scalar();
            }
            if (depth < 0) {
                throw fault("A value was expected");
            }
        } while (depth > 0);
    }

    UnshapeableRecord fault(String what) {
        return new UnshapeableRecord(what, at);
    }

    private void word(String word) throws UnshapeableRecord {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i), "A value was expected");
        }
    }

    private void number() throws UnshapeableRecord {
        int from = at;
        take('-');
        if (digits() == 0) {
            at = from;
            throw fault("A single value was expected");
        }
        if (take('.') && digits() == 0) {
            throw fault("A number was expected");
        }
        if (take('e') || take('E')) {
            if (!take('+')) {
                take('-');
            }
            if (digits() == 0) {
                throw fault("A number was expected");
            }
        }
    }

    private int digits() {
        int from = at;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at - from;
    }
}
