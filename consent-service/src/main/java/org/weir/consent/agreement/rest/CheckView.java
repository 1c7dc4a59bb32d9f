package org.weir.consent.agreement.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.weir.consent.agreement.rule.Finding;

/**
 * What there is to say of a text before it is drafted.
 *
 * @param findings everything that is wrong; empty where it may be offered
 * @param plainLanguage the text in short sentences; empty where it lacks what every agreement says
 * @param hash what the parties would sign, or null where it cannot be read
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CheckView(List<Line> findings, List<String> plainLanguage, String hash) {
    /** One thing that is wrong, and what to do. */
    public record Line(String code, String detail, String remedy, String clause) {
        static Line of(Finding finding) {
            return new Line(
                    finding.code().code(), finding.detail(), finding.code().remedy(), finding.clause());
        }
    }
}
