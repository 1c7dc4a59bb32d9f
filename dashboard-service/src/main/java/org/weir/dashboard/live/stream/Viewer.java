package org.weir.dashboard.live.stream;

import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;

/** One open stream. It is sent to only when it took everything before, so that a slow one holds no memory. */
final class Viewer {
    private final MultiEmitter<? super OutboundSseEvent> out;
    private final Sse sse;
    private final Instant until;
    /** Whether it has yet to be given the whole picture. */
    private boolean behind = true;

    private boolean greeted;

    Viewer(MultiEmitter<? super OutboundSseEvent> out, Sse sse, Instant until) {
        this.out = out;
        this.sse = sse;
        this.until = until;
    }

    boolean ready() {
        return out.requested() > 0;
    }

    boolean closed() {
        return out.isCancelled();
    }

    /** Ends the stream where its time is over, and says whether it is. */
    boolean over(Instant now) {
        if (now.isBefore(until)) {
            return false;
        }
        out.complete();
        return true;
    }

    boolean behind() {
        return behind;
    }

    boolean greeted() {
        return greeted;
    }

    void fallBehind() {
        behind = true;
    }

    void caughtUp() {
        behind = false;
    }

    void greet() {
        greeted = true;
    }

    void send(String name, long id, String data) {
        out.emit(sse.newEventBuilder()
                .name(name)
                .id(Long.toString(id))
                .data(String.class, data)
                .build());
    }
}
