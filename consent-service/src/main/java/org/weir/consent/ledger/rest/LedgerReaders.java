package org.weir.consent.ledger.rest;

import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.RequestScoped;
import org.weir.consent.agreement.Caller;
import org.weir.consent.agreement.rest.Callers;
import org.weir.consent.agreement.store.AgreementStore;
import org.weir.schemas.http.Roles;
import org.weir.schemas.ledger.LedgerEntry;

/**
 * Who may read which entries: an auditor, operations and the hub's officer every one; whoever belongs to an agency or a
 * recipient those of its feeds or agreements. Entries name enforcers, offsets and times; the public sees their hashes.
 */
@RequestScoped
class LedgerReaders {
    private final AgreementStore agreements;
    private final Callers callers;

    LedgerReaders(AgreementStore agreements, Callers callers) {
        this.agreements = agreements;
        this.callers = callers;
    }

    /** Whether the caller may read every entry, with all that it names. */
    boolean ofAll() {
        return isEntryReader(callers.caller());
    }

    /** Counsel is none: an agreement's sums say what counsel has to know, its entries how the hub is run. */
    static boolean isEntryReader(Caller caller) {
        return caller.isHubsOfficer() || caller.is(Roles.AUDITOR) || caller.is(Roles.OPS);
    }

    /** Which entries the caller may read. */
    Sight sight() {
        Caller caller = callers.caller();
        if (isEntryReader(caller)) {
            return entry -> true;
        }
        if (caller.agency() == null && caller.recipient() == null) {
            throw new ForbiddenException();
        }
        Lines lines = new Lines(caller, agreements.all());
        return entry -> entry != null
                && (entry.feed().agency().equals(caller.agency())
                        || caller.recipient() != null && caller.recipient().equals(lines.recipient(entry.agreement())));
    }

    /** Which sums the caller may read. */
    Lines lines() {
        return new Lines(callers.caller(), agreements.all());
    }

    /** Tells what one may read; null stands for an entry that cannot be read by anybody. */
    interface Sight {
        boolean includes(LedgerEntry entry);
    }
}
