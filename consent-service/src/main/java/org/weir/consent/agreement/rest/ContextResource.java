package org.weir.consent.agreement.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.weir.consent.odrl.Odrl;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What the words of our linked data mean. */
@Path("/api/v1/context")
@Tag(name = "vocabulary", description = "The words that an agreement may use")
public class ContextResource {
    private static final Set<String> CONTEXTS = Set.of("1.jsonld", "register-1.jsonld");

    @GET
    @Path("/{name}")
    @Produces(Odrl.MEDIA_TYPE)
    @PermitAll
    @Operation(summary = "A JSON-LD context: 1.jsonld for policies, register-1.jsonld for the register")
    public Response context(@RestPath String name) throws IOException {
        if (!CONTEXTS.contains(name)) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is no context " + name + ".");
        }
        String file = name.equals("1.jsonld") ? "context-1.jsonld" : name;
        try (InputStream context =
                AgreementDocument.class.getResourceAsStream("/org/weir/schemas/agreements/" + file)) {
            return Response.ok(context.readAllBytes())
                    .header("Cache-Control", "public, max-age=86400")
                    .build();
        }
    }
}
