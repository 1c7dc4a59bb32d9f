package org.weir.consent.accounting.rest;

import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.weir.consent.accounting.store.AccountingStore;
import org.weir.consent.agreement.Caller;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.agreement.rest.Callers;
import org.weir.consent.topic.KnownFeeds;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What was shared of one subject, for the agency whose data it is. */
@Path("/api/v1/accounting")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounting", description = "What was shared of whom, to whom, when")
@Blocking
public class AccountingResource {
    private static final Logger LOG = Logger.getLogger(AccountingResource.class);
    private static final int LONGEST = 256;

    private final Accounting accounting;
    private final AccountingStore store;
    private final KnownFeeds feeds;
    private final Clock clock;
    private final Callers callers;

    AccountingResource(Accounting accounting, AccountingStore store, KnownFeeds feeds, Clock clock, Callers callers) {
        this.accounting = accounting;
        this.store = store;
        this.feeds = feeds;
        this.clock = clock;
        this.callers = callers;
    }

    /**
     * A question.
     *
     * @param feed one of the agency's feeds
     * @param subject as the agency itself names it, e.g. a vehicle's id
     * @param from first day, or null
     * @param to last day, or null
     */
    public record Question(String feed, String subject, LocalDate from, LocalDate to) {}

    /** By POST, so that no subject comes to stand in an address, and from there in logs. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DATA_OFFICER, Roles.AUDITOR})
    @Operation(
            summary = "What was shared of a subject, by agreement and day",
            description =
                    "For the officer of the feed's agency, the hub's officer and an auditor. Who asked is kept; of"
                            + " whom is not.")
    public Accounting.Account account(Question question) {
        if (question == null || question.feed == null || question.subject == null || question.subject.isEmpty()) {
            throw new Refusal(ErrorCode.MISSING_FIELD, "Send feed and subject.");
        }
        if (question.subject.length() > LONGEST) {
            throw new Refusal(ErrorCode.ID_TOO_LONG, "The subject.");
        }
        FeedId id = id(question.feed);
        requireOwner(id);
        KnownFeed feed = feeds.find(id).orElseThrow(() -> new Refusal(ErrorCode.UNKNOWN_FEED, id.value()));
        Accounting.Account account = accounting.of(feed, question.subject, question.from, question.to);
        String by = callers.subject();
        int lines = account.lines().size();
        store.asked(clock.instant(), by, id, question.from, question.to, lines);
        LOG.infof("An account was given; by=%s feed=%s lines=%d", by, id, lines);
        return account;
    }

    private void requireOwner(FeedId feed) {
        Caller caller = callers.caller();
        if (!caller.is(Roles.AUDITOR)
                && !caller.isHubsOfficer()
                && !feed.agency().equals(caller.agency())) {
            throw new ForbiddenException();
        }
    }

    private static FeedId id(String feed) {
        try {
            return FeedId.of(feed);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ErrorCode.UNKNOWN_FEED, e.getMessage());
        }
    }
}
