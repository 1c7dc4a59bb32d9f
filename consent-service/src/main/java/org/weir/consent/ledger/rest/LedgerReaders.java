package org.weir.consent.ledger.rest;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.rest.Callers;
import org.weir.consent.agreement.store.AgreementStore;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.RecipientId;
import org.weir.schemas.ledger.LedgerEntry;

/**
 * Who may read which entries: an auditor, operations and the hub's officer every one; whoever belongs to an agency or a
 * recipient those of its feeds or agreements. Entries name enforcers, offsets and times; the public sees their hashes.
 */
@RequestScoped
class LedgerReaders {
    private final SecurityIdentity caller;
    private final JsonWebToken token;
    private final AgreementStore agreements;
    private final Callers callers;

    LedgerReaders(SecurityIdentity caller, JsonWebToken token, AgreementStore agreements, Callers callers) {
        this.caller = caller;
        this.token = token;
        this.agreements = agreements;
        this.callers = callers;
    }

    /** Whether the caller may read everything. */
    boolean ofAll() {
        boolean hubsOfficer = caller.hasRole(Roles.DATA_OFFICER) && agency() == null && recipient() == null;
        return hubsOfficer || caller.hasRole(Roles.AUDITOR) || caller.hasRole(Roles.OPS);
    }

    /** Which entries the caller may read. */
    Sight sight() {
        if (ofAll()) {
            return entry -> true;
        }
        if (agency() == null && recipient() == null) {
            throw new ForbiddenException();
        }
        Set<AgreementId> mine = recipients().entrySet().stream()
                .filter(each -> each.getValue().value().equals(recipient()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        String agency = agency();
        return entry -> entry != null
                && (entry.feed().agency().value().equals(agency)
                        || entry.agreement() != null && mine.contains(entry.agreement()));
    }

    /** Which sums the caller may read. */
    Lines lines() {
        return new Lines(ofAll(), callers.caller(), agreements.all());
    }

    /** Who receives under each agreement. */
    private Map<AgreementId, RecipientId> recipients() {
        return agreements.all().stream()
                .map(Agreement::document)
                .collect(Collectors.toMap(document -> document.uid(), document -> document.assignee(), (a, b) -> a));
    }

    /** Tells what one may read; null stands for an entry that cannot be read by anybody. */
    interface Sight {
        boolean includes(LedgerEntry entry);
    }

    private String agency() {
        return token.getClaim("agency");
    }

    private String recipient() {
        return token.getClaim("recipient");
    }
}
