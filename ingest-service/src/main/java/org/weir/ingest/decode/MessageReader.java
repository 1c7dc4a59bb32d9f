package org.weir.ingest.decode;

import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Reads a GTFS-Realtime FeedMessage in either form. */
public final class MessageReader {
    private MessageReader() {}

    /** In which form a body is. */
    public enum Form {
        PROTOBUF,
        JSON
    }

    /**
     * Reads a body whose form its sender named.
     *
     * @throws Refusal {@code body-empty}, {@code body-is-html} or {@code body-unreadable}
     */
    public static Message read(byte[] body, Form form) {
        if (body.length == 0) {
            throw new Refusal(ErrorCode.BODY_EMPTY, "The body has no bytes.");
        }
        if (looksLikeHtml(body)) {
            throw new Refusal(ErrorCode.BODY_IS_HTML, "The body begins as a web page does.");
        }
        return form == Form.JSON ? JsonMessage.read(body) : ProtobufMessage.read(body);
    }

    /**
     * Reads a body whose form nobody named, or named wrongly, as feeds' servers do.
     *
     * @throws Refusal as above
     */
    public static Message read(byte[] body) {
        int first = firstInk(body);
        return read(body, first < body.length && body[first] == '{' ? Form.JSON : Form.PROTOBUF);
    }

    /** A protobuf may begin with 0A 3C, a line feed and '<', but a letter, '!' or '?' then does not follow. */
    private static boolean looksLikeHtml(byte[] body) {
        int first = firstInk(body);
        if (first + 1 >= body.length || body[first] != '<') {
            return false;
        }
        byte next = body[first + 1];
        return next == '!' || next == '?' || next >= 'A' && next <= 'Z' || next >= 'a' && next <= 'z';
    }

    /** Where the body's first byte is that is neither white space nor a byte order mark. */
    private static int firstInk(byte[] body) {
        int i = body.length > 2 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF ? 3 : 0;
        while (i < body.length && (body[i] == ' ' || body[i] == '\n' || body[i] == '\r' || body[i] == '\t')) {
            i++;
        }
        return i;
    }
}
