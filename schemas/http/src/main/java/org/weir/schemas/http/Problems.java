package org.weir.schemas.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Problem;
import org.weir.schemas.problem.Refusal;

/** Turns whatever a request ran into into a problem document. Nobody outside ever sees a stack trace. */
public class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    public Response refusal(Refusal refusal) {
        return answer(refusal.problem());
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response notSignedIn() {
        return answer(Problem.of(ErrorCode.NOT_SIGNED_IN, null));
    }

    @ServerExceptionMapper
    public Response notAllowed(ForbiddenException e, ResourceInfo resource, ContainerRequestContext request) {
        return answer(Problem.of(ErrorCode.NOT_ALLOWED, whoMay(resource, request.getSecurityContext())));
    }

    /** The roles that would allow it; null where it is not for want of one of them. */
    private static String whoMay(ResourceInfo resource, SecurityContext who) {
        Method method = resource.getResourceMethod();
        if (method == null) {
            return null;
        }
        RolesAllowed roles = method.isAnnotationPresent(RolesAllowed.class)
                ? method.getAnnotation(RolesAllowed.class)
                : method.getDeclaringClass().getAnnotation(RolesAllowed.class);
        return roles == null || Arrays.stream(roles.value()).anyMatch(who::isUserInRole)
                ? null
                : "It takes one of these roles: " + String.join(", ", roles.value()) + '.';
    }

    /** JSON that does not fit the form; Jackson's message names classes, so only where it failed is told. */
    @ServerExceptionMapper
    public Response malformed(com.fasterxml.jackson.core.JsonProcessingException e) {
        String where = e.getLocation() == null
                ? null
                : "Line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + '.';
        return answer(Problem.of(ErrorCode.MALFORMED_REQUEST, where));
    }

    /** Said apart because Quarkus answers this kind itself otherwise, and without a body. */
    @ServerExceptionMapper
    public Response mismatched(com.fasterxml.jackson.databind.exc.MismatchedInputException e) {
        return malformed(e);
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException e) {
        return switch (e.getResponse().getStatus()) {
            case 400 -> answer(Problem.of(ErrorCode.MALFORMED_REQUEST, null));
            case 401 -> notSignedIn();
            case 403 -> answer(Problem.of(ErrorCode.NOT_ALLOWED, null));
            case 404 -> answer(Problem.of(ErrorCode.NOT_FOUND, null));
            case 405 -> answer(Problem.of(ErrorCode.METHOD_NOT_ALLOWED, null));
            case 413 -> answer(Problem.of(ErrorCode.BODY_TOO_LARGE, null));
            case 415 -> answer(Problem.of(ErrorCode.WRONG_MEDIA_TYPE, null));
            default -> fault(e);
        };
    }

    @ServerExceptionMapper
    public Response fault(Throwable e) {
        String instance = UUID.randomUUID().toString();
        LOG.errorf(e, "A request failed; instance=%s", instance);
        return answer(Problem.of(ErrorCode.INTERNAL, null, "urn:uuid:" + instance));
    }

    private static Response answer(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
