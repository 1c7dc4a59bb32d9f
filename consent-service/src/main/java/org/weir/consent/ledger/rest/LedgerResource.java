package org.weir.consent.ledger.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.weir.consent.ledger.Balance;
import org.weir.consent.ledger.store.LedgerStore;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.id.RecipientId;
import org.weir.schemas.ledger.ReasonCode;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** The ledger over HTTP. */
@Path("/api/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ledger", description = "What became of every record")
@Blocking
public class LedgerResource {
    private final LedgerStore ledger;
    private final LedgerReaders readers;
    private final SecurityIdentity caller;
    private final JsonWebToken token;

    LedgerResource(LedgerStore ledger, LedgerReaders readers, SecurityIdentity caller, JsonWebToken token) {
        this.ledger = ledger;
        this.readers = readers;
        this.caller = caller;
        this.token = token;
    }

    /** Balances, by feed and agreement. */
    public record Balances(List<Line> balances) {}

    /** One balance; agreement and recipient are null where no agreement covered the feed. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Line(
            FeedId feed,
            AgreementId agreement,
            RecipientId recipient,
            long accepted,
            long shared,
            Map<ReasonCode, Long> withheld,
            long quarantined,
            boolean balanced,
            Instant since,
            Instant until) {}

    @GET
    @Authenticated
    @Operation(
            summary = "Balances: accepted = shared + withheld by reason + quarantined",
            description = "Those of the agreements that the caller may read, and of the caller's own agency's feeds.")
    public Balances balances(@RestQuery String feed, @RestQuery String agreement) {
        String agency = publishersAgency();
        if (agency != null && feed != null && !feed.startsWith(agency + '.')) {
            throw new ForbiddenException();
        }
        Lines lines = readers.lines();
        return new Balances(ledger.balances().stream()
                .filter(b -> feed == null || b.feed().value().equals(feed))
                .filter(b -> agreement == null
                        || b.agreement() != null && b.agreement().value().equals(agreement))
                .filter(b -> agency == null || b.feed().agency().value().equals(agency))
                .filter(b -> lines.include(b.feed(), b.agreement()))
                .map(b -> line(b, lines.recipient(b.agreement())))
                .toList());
    }

    /** What became of records on one day, which is the agency's; agreement is null where none covered the feed. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Day(
            LocalDate date, FeedId feed, AgreementId agreement, long shared, long withheld, long quarantined) {}

    @GET
    @Path("/daily")
    @Authenticated
    @Operation(
            summary = "Counts by day, in the agency's time zone, oldest first; of one agreement, or of all",
            description = "Those of the agreements that the caller may read, and of the caller's own agency's feeds.")
    public List<Day> daily(@RestQuery String agreement) {
        String agency = publishersAgency();
        Lines lines = readers.lines();
        return ledger.daily(agreement == null ? null : id(agreement)).stream()
                .filter(d -> agency == null || d.feed().agency().value().equals(agency))
                .filter(d -> lines.include(d.feed(), d.agreement()))
                .map(d -> new Day(d.day(), d.feed(), d.agreement(), d.shared(), d.withheld(), d.quarantined()))
                .toList();
    }

    private static AgreementId id(String id) {
        try {
            return new AgreementId(id);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ErrorCode.UNKNOWN_AGREEMENT, e.getMessage());
        }
    }

    /** The agency to which a publisher is held, or null for everybody else. */
    private String publishersAgency() {
        if (!caller.getRoles().equals(Set.of(Roles.PUBLISHER))) {
            return null;
        }
        String agency = token.getClaim("agency");
        if (agency == null) {
            throw new ForbiddenException();
        }
        return agency;
    }

    private static Line line(Balance b, RecipientId recipient) {
        return new Line(
                b.feed(),
                b.agreement(),
                recipient,
                b.accepted(),
                b.shared(),
                b.withheld(),
                b.quarantined(),
                b.balanced(),
                b.since(),
                b.until());
    }
}
