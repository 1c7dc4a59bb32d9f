package org.weir.dashboard.web;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Problem;

/** Problem documents where no JAX-RS resource is involved. */
final class Answers {
    private Answers() {}

    static void problem(RoutingContext rc, ErrorCode error, String detail) {
        if (rc.response().headWritten()) {
            // Too late to say what is wrong: cutting the connection is the only honest end.
            rc.request().connection().close();
            return;
        }
        Problem problem = Problem.of(error, detail);
        JsonObject json = new JsonObject()
                .put("type", problem.type())
                .put("title", problem.title())
                .put("status", problem.status())
                .put("code", problem.code())
                .put("remedy", problem.remedy());
        if (detail != null) {
            json.put("detail", detail);
        }
        rc.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(json.toBuffer());
    }
}
