package org.weir.consent;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.Set;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.http.Roles;

/** What officers of a party do over HTTP. */
final class Officers {
    private final String token;

    private Officers(String token) {
        this.token = token;
    }

    /** The hub's own. */
    static Officers hub() {
        return new Officers(Tokens.dataOfficer());
    }

    static Officers ofAgency(AgreementDocument document) {
        return ofAgency("olga.owner", document.assigner().value());
    }

    static Officers ofAgency(String subject, String agency) {
        return new Officers(Tokens.of(subject, Set.of(Roles.DATA_OFFICER), Map.of("agency", agency)));
    }

    static Officers ofRecipient(String recipient) {
        return new Officers(Tokens.of("rita.recipient", Set.of(Roles.DATA_OFFICER), Map.of("recipient", recipient)));
    }

    /** Posts to an agreement's command. */
    ValidatableResponse does(AgreementDocument document, String command) {
        return does(document, command, "{\"reason\":\"test\"}");
    }

    ValidatableResponse does(AgreementDocument document, String command, String body) {
        return posts("/api/v1/agreements/" + document.uid() + "/" + command, body);
    }

    ValidatableResponse posts(String path, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    ValidatableResponse gets(String path) {
        return given().auth().oauth2(token).get(path).then();
    }

    ValidatableResponse deletes(String path) {
        return given().auth().oauth2(token).delete(path).then();
    }
}
