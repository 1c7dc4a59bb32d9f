package org.weir.consent.agreement.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.weir.consent.agreement.Caller;
import org.weir.consent.agreement.Inbox;
import org.weir.consent.agreement.desk.AgreementDesk;

/** What waits for whoever asks. */
@Path("/api/v1/inbox")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inbox", description = "What waits for whoever asks")
@Blocking
public class InboxResource {
    private final AgreementDesk desk;
    private final Callers callers;

    InboxResource(AgreementDesk desk, Callers callers) {
        this.desk = desk;
        this.callers = callers;
    }

    @GET
    @Authenticated
    @Operation(summary = "What waits for the caller: what is overdue first, then the nearest deadline")
    public List<Inbox.Item> inbox() {
        Caller caller = callers.caller();
        return desk.all().stream()
                .flatMap(agreement -> Inbox.of(agreement, caller, desk.now()).stream())
                .sorted(Comparator.comparing(Inbox.Item::overdue)
                        .reversed()
                        .thenComparing(Inbox.Item::deadline, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Inbox.Item::since))
                .toList();
    }
}
