package org.weir.consent.register.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.weir.consent.odrl.Odrl;

/** The public register over HTTP. */
@Path("/api/v1/register")
@Tag(name = "register", description = "What everybody may know")
@Blocking
public class RegisterResource {
    private static final int A_MINUTE = 60;

    private final RegisterPages pages;

    RegisterResource(RegisterPages pages) {
        this.pages = pages;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Odrl.MEDIA_TYPE})
    @PermitAll
    @Operation(
            summary = "Who shares what with whom, on which authority, until when, with daily counts",
            description = "Every agreement that both parties signed, in force or ended; drafts and negotiations are not"
                    + " in it. JSON-LD: DCAT-US 3 with an ODRL policy and a DPV purpose for each.")
    public Response register(@Context Request request) {
        RegisterPages.Page page = pages.now();
        EntityTag tag = new EntityTag(page.tag());
        CacheControl cache = new CacheControl();
        cache.setMaxAge(A_MINUTE);
        cache.setPrivate(false);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(page.json()) : unchanged)
                .tag(tag)
                .cacheControl(cache)
                .build();
    }
}
