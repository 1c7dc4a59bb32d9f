package org.weir.ingest.source;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Collects a body and hangs up as soon as it is larger than allowed: no server can fill the memory. */
final class CappedBody implements HttpResponse.BodySubscriber<byte[]> {
    /** The body is larger than allowed. */
    static final class TooLarge extends IOException {
        TooLarge() {
            super("The body is too large.");
        }
    }

    /** The body broke off. */
    static final class BrokeOff extends IOException {
        BrokeOff(Throwable cause) {
            super("The body broke off.", cause);
        }
    }

    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final List<byte[]> parts = new ArrayList<>();
    private final long cap;
    private long size;
    private Flow.Subscription subscription;

    /** @param cap how many bytes are taken; 0 where the body does not matter */
    CappedBody(long cap) {
        this.cap = cap;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription s) {
        subscription = s;
        if (cap == 0) {
            s.cancel();
            whole.complete(new byte[0]);
        } else {
            s.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            size += buffer.remaining();
            if (size > cap) {
                subscription.cancel();
                parts.clear();
                whole.completeExceptionally(new TooLarge());
                return;
            }
            byte[] part = new byte[buffer.remaining()];
            buffer.get(part);
            parts.add(part);
        }
    }

    @Override
    public void onError(Throwable fault) {
        whole.completeExceptionally(new BrokeOff(fault));
    }

    @Override
    public void onComplete() {
        ByteBuffer bytes = ByteBuffer.allocate((int) size);
        parts.forEach(bytes::put);
        parts.clear();
        whole.complete(bytes.array());
    }
}
