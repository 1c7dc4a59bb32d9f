package org.weir.consent.transform.term;

import java.math.BigDecimal;
import java.util.List;
import org.weir.consent.transform.Sample;

final class SampleKind implements ObligationKind {
    @Override
    public String action() {
        return "sample";
    }

    @Override
    public String on() {
        return "the whole record";
    }

    @Override
    public String meaning() {
        return "Lets the records of that `share` of all subjects flow, chosen by HMAC-SHA-256 under the agreement's secret key:"
                + " the same subject is always in or always out, and whoever is in a smaller share is in a larger. Others are"
                + " withheld as `sampled-out`, a record that names nobody as `scope-unknown`.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.above0("share", true, "a number above 0 and below 1", BigDecimal.ONE));
    }

    @Override
    public Term read(Clause clause) throws TermFault {
        clause.wholeRecord();
        BigDecimal share = clause.number("share").orElseThrow();
        String subject = clause.contract().subject();
        return new Term.EachRecord(List.of(), true, key -> new Sample(key, subject, share));
    }
}
