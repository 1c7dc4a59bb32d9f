package org.weir.consent.transform;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text that a JSON string stands for, so that two ways to write a value are one value. */
final class JsonText {
    private JsonText() {}

    /** UTF-8 without escapes. */
    static byte[] unescape(byte[] json, int from, int to) throws UnshapeableRecord {
        String written = decode(json, from, to);
        StringBuilder text = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            i++;
            char kind = i < written.length() ? written.charAt(i) : 0;
            if (kind == 'u') {
                text.append(unicode(written, i + 1, from));
                i += 4;
            } else {
                text.append(single(kind, from));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The text as JSON writes it, UTF-8. A text that is not Unicode, with half a pair, gets a replacement character. */
    static byte[] quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append("\\u00").append(c < 16 ? "0" : "1").append(Integer.toHexString(c & 15));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether every byte of a JSON scalar stands for itself: ASCII without escapes. */
    static boolean isPlain(byte[] json) {
        return EightBytes.ofPlain(json) == json.length;
    }

    /** Strict, because what a recipient cannot read must not be passed on as if it could. */
    private static String decode(byte[] json, int from, int to) throws UnshapeableRecord {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnshapeableRecord("A text is not UTF-8", from);
        }
    }

    private static char single(char kind, int offset) throws UnshapeableRecord {
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw new UnshapeableRecord("A text has an unknown escape", offset);
        };
    }

    private static char unicode(String written, int at, int offset) throws UnshapeableRecord {
        int code = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = i < written.length() ? Character.digit(written.charAt(i), 16) : -1;
            if (digit < 0) {
                throw new UnshapeableRecord("A text has an unknown escape", offset);
            }
            code = code << 4 | digit;
        }
        return (char) code;
    }
}
