package org.weir.dashboard.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.weir.dashboard.standing.Standings;
import org.weir.dashboard.stream.Endings;
import org.weir.schemas.agreement.AgreementNotice;
import org.weir.schemas.id.AgreementId;

/** Tells the movement stream which agreements are over, and keeps what it found under them. */
@ApplicationScoped
public class KeptEndings implements Endings {
    private final Standings standings;
    private final DestructionStore store;
    private final Clock clock;

    KeptEndings(Standings standings, DestructionStore store, Clock clock) {
        this.standings = standings;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public boolean known() {
        return standings.complete();
    }

    @Override
    public boolean ended(AgreementId agreement) {
        return standings.ended(agreement, clock.instant());
    }

    @Override
    public List<AgreementId> toPurge() {
        return standings.toDestroy().stream()
                .map(notice -> notice.document().uid())
                .toList();
    }

    @Override
    public void found(AgreementId agreement, String name, int part, long entries) {
        begun(agreement);
        store.found(agreement, name, part, entries);
    }

    @Override
    public void purged(AgreementId agreement, String name, int part) {
        store.purged(agreement, name, part);
    }

    private void begun(AgreementId agreement) {
        if (store.find(agreement).isEmpty()) {
            long epoch = standings.toDestroy().stream()
                    .filter(notice -> notice.document().uid().equals(agreement))
                    .mapToLong(AgreementNotice::epoch)
                    .findFirst()
                    .orElse(0);
            store.begin(agreement, epoch);
        }
    }
}
