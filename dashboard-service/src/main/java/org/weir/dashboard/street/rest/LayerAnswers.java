package org.weir.dashboard.street.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.List;
import org.weir.dashboard.street.store.Grounds;
import org.weir.dashboard.street.store.Kind;
import org.weir.dashboard.street.store.Layers;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What is the same for corridors, areas and layers. */
@ApplicationScoped
class LayerAnswers {
    static final String GEO_JSON = "application/geo+json";
    private static final Duration STORED_WITHIN = Duration.ofSeconds(30);
    private static final int LONGEST_ID = 60;

    private static final String NOWHERE =
            "None of it lies where any kept schedule has a way. In GeoJSON longitude comes first.";

    private final Layers layers;
    private final Grounds grounds;

    LayerAnswers(Layers layers, Grounds grounds) {
        this.layers = layers;
        this.grounds = grounds;
    }

    /**
     * What came of a layer that was given. It is kept in any case: a schedule may come later.
     *
     * @param features how many it has
     * @param touching how many of them lie where a kept schedule has a way; null for stops
     * @param warning null where there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Kept(int features, Integer touching, String warning) {}

    List<Layers.Summary> list(Kind kind) {
        return layers.list(kind).await().atMost(STORED_WITHIN);
    }

    Response one(Kind kind, String id) {
        String document =
                layers.find(kind, id(id)).await().atMost(STORED_WITHIN).orElseThrow(() -> unknown(id));
        return Response.ok(document, GEO_JSON).build();
    }

    Response keep(Kind kind, String id, byte[] document, SecurityContext who) {
        int features = layers.keep(
                        kind, id(id), document, who.getUserPrincipal().getName())
                .await()
                .atMost(STORED_WITHIN);
        Integer touching = grounds.touching(kind, id, document);
        boolean nowhere = touching != null && touching == 0;
        return Response.ok(new Kept(features, touching, nowhere ? NOWHERE : null), MediaType.APPLICATION_JSON)
                .build();
    }

    Response drop(Kind kind, String id) {
        if (!layers.drop(kind, id(id)).await().atMost(STORED_WITHIN)) {
            throw unknown(id);
        }
        return Response.noContent().build();
    }

    private static Refusal unknown(String id) {
        return new Refusal(ErrorCode.UNKNOWN_LAYER, "Nothing is kept as " + id + '.');
    }

    private static String id(String id) {
        boolean plain = !id.isEmpty()
                && id.length() <= LONGEST_ID
                && id.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
        if (!plain) {
            throw new Refusal(ErrorCode.BAD_ID, "An id has at most 60 lower-case letters, digits and hyphens.");
        }
        return id;
    }
}
