package org.weir.consent.preview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.agreement.Refinement;
import org.weir.schemas.agreement.Target;

/** Parts of a text that are texts themselves, so that what each term does can be told apart. */
final class Pieces {
    private Pieces() {}

    /** Its fields, of every record, without obligations. */
    static AgreementDocument fieldsAlone(AgreementDocument a) {
        return piece(a, null, List.of());
    }

    /** Its fields under one of its terms of scope, by the term's name, in the order in which they are asked. */
    static Map<String, AgreementDocument> scope(AgreementDocument a) {
        Map<String, AgreementDocument> pieces = new LinkedHashMap<>();
        Refinement r = a.target().refinement();
        if (r != null) {
            put(pieces, "records from", a, r.recordsFrom(), new Refinement(null, r.recordsFrom(), null, null));
            put(pieces, "records until", a, r.recordsUntil(), new Refinement(null, null, r.recordsUntil(), null));
            put(pieces, "within", a, r.within(), new Refinement(null, null, null, r.within()));
            put(pieces, "where", a, r.where(), new Refinement(r.where(), null, null, null));
        }
        return pieces;
    }

    /** The whole with its first obligations only. */
    static AgreementDocument upTo(AgreementDocument a, int obligations) {
        return piece(a, a.target().refinement(), a.obligations().subList(0, obligations));
    }

    private static void put(
            Map<String, AgreementDocument> into, String name, AgreementDocument a, Object term, Refinement alone) {
        if (term != null) {
            into.put(name, piece(a, alone, List.of()));
        }
    }

    private static AgreementDocument piece(AgreementDocument a, Refinement refinement, List<Obligation> obligations) {
        Target t = a.target();
        return a.with(new Target(t.feed(), t.except(), t.contractVersion(), t.fields(), refinement), obligations);
    }
}
