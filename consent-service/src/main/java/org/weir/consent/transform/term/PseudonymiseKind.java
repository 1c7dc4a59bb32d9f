package org.weir.consent.transform.term;

import java.util.List;
import org.weir.consent.transform.OnField;
import org.weir.consent.transform.Pseudonymise;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.feed.ContractField;

final class PseudonymiseKind implements ObligationKind {
    @Override
    public String action() {
        return Obligation.PSEUDONYMISE;
    }

    @Override
    public String on() {
        return "a field of any text";
    }

    @Override
    public String meaning() {
        return "Puts a code in the place of a value: HMAC-SHA-256 under a secret key of this agreement, purpose and key epoch"
                + " over path ‖ 0x00 ‖ value, its first bits in base64url. Two spellings of a value that differ in Unicode"
                + " composition (NFC) or outer white space get one code. A hash without a key is refused: whoever has a list of"
                + " vehicles would find each by trying.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.words("method", false, List.of("hmac-sha-256")),
                Parameter.words("bits", false, List.of("128", "160", "192", "224", "256")));
    }

    @Override
    public Term read(Clause clause) throws TermFault {
        ContractField field = clause.anyText();
        int bits = clause.with("bits").map(Integer::valueOf).orElse(Pseudonymise.LEAST_BITS);
        return new Term.EachRecord(
                List.of(field.path()),
                true,
                key -> new OnField(field.path(), new Pseudonymise(key, field.path(), bits)));
    }
}
