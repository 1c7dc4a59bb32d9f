package org.weir.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

class KeyRingTest {
    private static final FeedId MINE = FeedId.of("a.positions");
    private static final FeedId OTHER = FeedId.of("b.positions");
    private final KeyRing ring = new KeyRing();
    private final PushKey.Issued issued = PushKey.issue(MINE, new SecureRandom(), Instant.EPOCH);

    @Test
    void admitsAKey_toItsFeedOnly() {
        ring.add(issued.kept());
        assertThatCode(() -> ring.admit(MINE, issued.text())).doesNotThrowAnyException();
        refuses(OTHER, issued.text(), ErrorCode.KEY_OF_ANOTHER_FEED);
    }

    @Test
    void refusesWhatIsNoKeyInForce() {
        refuses(MINE, issued.text(), ErrorCode.KEY_UNKNOWN);
        ring.add(issued.kept());
        refuses(MINE, null, ErrorCode.KEY_MISSING);
        refuses(MINE, " ", ErrorCode.KEY_MISSING);
        refuses(MINE, "wk_", ErrorCode.KEY_UNKNOWN);
        refuses(MINE, issued.text() + "x", ErrorCode.KEY_UNKNOWN);
        refuses(MINE, issued.text().substring(0, 20) + "A".repeat(43), ErrorCode.KEY_UNKNOWN);
    }

    @Test
    void keepsNoKey() {
        String kept = new String(issued.kept().hash(), StandardCharsets.ISO_8859_1)
                + issued.kept().id();
        assertThat(kept).doesNotContain(issued.text().substring(20));
        assertThat(issued.text()).startsWith("wk_").hasSize(3 + 16 + 1 + 43);
    }

    private void refuses(FeedId feed, String key, ErrorCode code) {
        assertThatThrownBy(() -> ring.admit(feed, key)).isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.error())
                .isEqualTo(code));
    }
}
