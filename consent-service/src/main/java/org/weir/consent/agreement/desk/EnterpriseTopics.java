package org.weir.consent.agreement.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.agreement.store.AgreementStore;
import org.weir.consent.topic.KnownFeeds;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.id.FeedId;

/** Makes the shared topics of agreements on every feed of an agency, also for feeds that are registered later. */
@ApplicationScoped
public class EnterpriseTopics implements Beat {
    private static final List<AgreementState> IN_FORCE = List.of(AgreementState.ACTIVE, AgreementState.SUSPENDED);

    private final AgreementStore store;
    private final KnownFeeds feeds;
    private final Preparation preparation;
    private Map<FeedId, KnownFeed> preparedFor;

    EnterpriseTopics(AgreementStore store, KnownFeeds feeds, Preparation preparation) {
        this.store = store;
        this.feeds = feeds;
        this.preparation = preparation;
    }

    @Override
    public void beat() {
        Map<FeedId, KnownFeed> all = feeds.all();
        // The same map as long as no feed has changed.
        if (all == preparedFor) {
            return;
        }
        store.in(IN_FORCE).stream()
                .flatMap(id -> store.find(id).stream())
                .filter(EnterpriseTopics::coversAnAgency)
                .forEach(agreement -> preparation.topics(agreement.document()));
        preparedFor = all;
    }

    private static boolean coversAnAgency(Agreement agreement) {
        return agreement.document().runs() && agreement.document().target().feed() == null;
    }
}
