package org.weir.consent.agreement.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.Standing;
import org.weir.consent.agreement.desk.AgreementDesk;
import org.weir.consent.agreement.desk.NegotiationDesk;
import org.weir.consent.odrl.Odrl;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.http.Roles;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Agreements as ODRL policies over HTTP. */
@Path("/api/v1/agreements")
@Tag(name = "agreements", description = "What may flow, to whom, for what, until when")
@Blocking
public class PolicyResource {
    private final AgreementDesk desk;
    private final NegotiationDesk negotiation;
    private final Callers callers;

    PolicyResource(AgreementDesk desk, NegotiationDesk negotiation, Callers callers) {
        this.desk = desk;
        this.negotiation = negotiation;
        this.callers = callers;
    }

    /** Whoever does not ask for linked data gets the agreement with its history: that is preferred. */
    @GET
    @Path("/{id}")
    @Produces(Odrl.MEDIA_TYPE + ";qs=0.5")
    @Authenticated
    @Operation(summary = "One agreement as an ODRL 2.2 policy in JSON-LD", operationId = "policy")
    public String policy(@RestPath String id) {
        Agreement agreement = desk.required(PathId.of(id));
        new Standing(callers.caller()).requireReading(agreement);
        return policy(agreement);
    }

    @POST
    @Consumes(Odrl.MEDIA_TYPE)
    @Produces(Odrl.MEDIA_TYPE)
    @RolesAllowed({Roles.DATA_OFFICER, Roles.COUNSEL})
    @Operation(
            summary = "Write a draft from an ODRL 2.2 policy in JSON-LD",
            description =
                    "Of this profile and in the shape that is given out. A word that is not known refuses it all.")
    public Response draftPolicy(String body) {
        Agreement agreement = negotiation.draft(callers.caller(), read(body));
        return Response.created(
                        URI.create("/api/v1/agreements/" + agreement.document().uid()))
                .entity(policy(agreement))
                .build();
    }

    private static AgreementDocument read(String body) {
        try {
            return DocumentReader.read(Odrl.read(Json.STRICT.readTree(body)).toString());
        } catch (JsonProcessingException e) {
            throw new Refusal(ErrorCode.AGREEMENT_UNREADABLE, "The body is no JSON.");
        }
    }

    private static String policy(Agreement agreement) {
        return Odrl.write(Json.STRICT.valueToTree(agreement.document())).toString();
    }
}
